package dev.rapport.server.rest;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rapport.conversation.Message;
import dev.rapport.conversation.Role;
import dev.rapport.conversation.Turn;
import dev.rapport.learn.LearnReport;
import dev.rapport.privacy.PrivacyAction;
import dev.rapport.privacy.PrivacyFinding;
import dev.rapport.privacy.PrivacyGate;
import dev.rapport.server.problem.Problem;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What people say comes in here. */
final class TurnRoutes {
  private TurnRoutes() {}

  static List<Route> routes() {
    return List.of(Route.post("/people/{user}/turns", Need.PERSON, "send turns", TurnRoutes::take));
  }

  private static Answer take(Exchange exchange) {
    Fields body = exchange.body("conversation", "messages", "learn");
    String conversation = body.optionalText("conversation").orElse("");
    List<Message> messages = new ArrayList<>();
    for (Fields each : body.objects("messages", "role", "content", "conversation", "at")) {
      messages.add(message(each, conversation, exchange.hosted().config().turnCharacters()));
    }
    LearnReport report = exchange.people().observe(exchange.user(), messages);
    if (body.optionalFlag("learn").orElse(false)) {
      exchange.hosted().rapport().background().learnNow(exchange.person());
    }
    ObjectNode node = Views.object();
    node.put("read", report.turnsRead())
        .put("new", report.turnsNew())
        .put("waiting", report.turnsWaiting())
        .put("revision", report.revision());
    if (!report.hidden().isEmpty()) {
      hidden(node.putArray("hidden"), messages, exchange.hosted().rapport().config().gate());
    }
    return Answer.json(202, node);
  }

  /** What was taken out, as spans of the words sent, so that who sent them can ask about it. */
  private static void hidden(ArrayNode shown, List<Message> messages, PrivacyGate gate) {
    for (int i = 0; i < messages.size(); i++) {
      for (PrivacyFinding finding : gate.find(messages.get(i).text())) {
        shown
            .addObject()
            .put("message", i)
            .put("category", finding.category().name())
            .put("start", finding.start())
            .put("end", finding.end())
            .put("ask", gate.policy().of(finding.category()) == PrivacyAction.ASK);
      }
    }
  }

  private static Message message(Fields fields, String conversation, int longest) {
    String content = fields.text("content");
    if (content.length() > longest) {
      throw Problem.of(
          413,
          "Turn too large",
          "A turn has %,d characters; this server takes %,d.".formatted(content.length(), longest),
          "Split it, or leave out what nobody said, such as attached files.");
    }
    return new Message(
        fields.optionalText("conversation").orElse(conversation),
        role(fields),
        content,
        at(fields));
  }

  private static Role role(Fields fields) {
    String name = fields.text("role").toUpperCase(Locale.ROOT);
    for (Role role : Role.values()) {
      if (role.name().equals(name)) {
        return role;
      }
    }
    throw fields.wrong("role", "one of user, assistant, system, tool");
  }

  private static Instant at(Fields fields) {
    Optional<String> text = fields.optionalText("at");
    try {
      return text.map(at -> OffsetDateTime.parse(at).toInstant()).orElse(Turn.UNDATED);
    } catch (DateTimeException e) {
      throw fields.wrong("at", "a time such as 2026-11-21T10:15:00Z");
    }
  }
}
