package dev.rapport.store;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rapport.conversation.Turn;
import dev.rapport.conversation.TurnId;
import dev.rapport.page.Author;
import dev.rapport.page.Basis;
import dev.rapport.page.Kind;
import dev.rapport.page.Line;
import dev.rapport.page.LineId;
import dev.rapport.page.Owner;
import dev.rapport.page.Sensitivity;
import dev.rapport.page.Source;
import java.time.Instant;

/**
 * A line as JSON. The owner is {@code "self"} or whoever it is; a person really named so is written
 * {@code "other:self"}. An unknown time is {@code null}.
 */
final class LineJson {
  private static final String SELF = "self";
  private static final String OTHER = "other:";

  private LineJson() {}

  static ObjectNode write(Line line) {
    ObjectNode node = Json.object();
    node.put("id", line.id().value());
    node.put("section", line.section());
    node.put("text", line.text());
    node.put("owner", owner(line.owner()));
    node.put("basis", line.basis().name());
    node.put("kind", line.kind().name());
    node.put("sensitivity", line.sensitivity().name());
    if (line.since().equals(Turn.UNDATED)) {
      node.putNull("since");
    } else {
      node.put("since", line.since().toString());
    }
    node.put("author", line.author().name());
    node.put("pinned", line.pinned());
    Json.putList(node, "sources", line.sources(), LineJson::source);
    return node;
  }

  static Line read(JsonNode node) {
    String since = Json.string(node, "since", "");
    return new Line(
        new LineId(Json.string(node, "id")),
        Json.string(node, "section"),
        Json.string(node, "text"),
        owner(Json.string(node, "owner")),
        Json.choice(node, "basis", Basis.class),
        Json.choice(node, "kind", Kind.class),
        Json.choice(node, "sensitivity", Sensitivity.class),
        since.isEmpty() ? Turn.UNDATED : Instant.parse(since),
        Json.list(node, "sources", LineJson::source),
        Json.choice(node, "author", Author.class),
        node.path("pinned").asBoolean(false));
  }

  private static ObjectNode source(Source source) {
    return Json.object().put("turn", source.turn().value()).put("quote", source.quote());
  }

  private static Source source(JsonNode node) {
    return new Source(new TurnId(Json.string(node, "turn")), Json.string(node, "quote"));
  }

  private static String owner(Owner owner) {
    return switch (owner) {
      case Owner.Self self -> SELF;
      case Owner.Other other ->
          other.who().equals(SELF) || other.who().startsWith(OTHER)
              ? OTHER + other.who()
              : other.who();
    };
  }

  private static Owner owner(String text) {
    if (text.equals(SELF)) {
      return Owner.self();
    }
    return Owner.other(text.startsWith(OTHER) ? text.substring(OTHER.length()) : text);
  }
}
