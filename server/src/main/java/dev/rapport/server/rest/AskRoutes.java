package dev.rapport.server.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rapport.memory.Answerer;
import dev.rapport.memory.Choice;
import dev.rapport.memory.Options;
import dev.rapport.memory.Query;
import dev.rapport.memory.Recall;
import dev.rapport.memory.Reply;
import dev.rapport.model.ModelException;
import dev.rapport.model.Usage;
import dev.rapport.page.LineId;
import dev.rapport.server.problem.Problem;
import dev.rapport.server.problem.Problems;
import java.io.IOException;
import java.util.List;
import java.util.function.Supplier;

/** Questions, answered in the light of the page; at once or word by word. */
final class AskRoutes {
  private AskRoutes() {}

  static List<Route> routes() {
    return List.of(
        Route.post("/people/{user}/ask", Need.PERSON, "ask", AskRoutes::ask),
        Route.get("/people/{user}/recall", Need.PERSON, "recall", AskRoutes::recall)
            .taking("query"),
        Route.post("/people/{user}/recall", Need.PERSON, "recall", AskRoutes::recallBody));
  }

  private static Answer recall(Exchange exchange) {
    String text =
        exchange
            .query("query")
            .orElseThrow(() -> Problem.badRequest("There is no query.", "Add ?query=."));
    return recalled(exchange, new Query(text));
  }

  /** Questions come in the body where addresses end up in logs. */
  private static Answer recallBody(Exchange exchange) {
    return recalled(exchange, new Query(exchange.body("query").text("query")));
  }

  private static Answer recalled(Exchange exchange, Query query) {
    Recall recall = exchange.people().recall(exchange.user(), query);
    ObjectNode node = Views.object().put("text", recall.text()).put("tokens", recall.tokens());
    ArrayNode lines = node.putArray("lines");
    recall.lines().forEach(line -> lines.add(line.id().value()));
    return Answer.json(node);
  }

  private static Answer ask(Exchange exchange) throws IOException {
    Fields body = exchange.body("query", "options");
    Query query = new Query(body.text("query"));
    List<String> options = body.texts("options");
    Recall recall = exchange.people().recall(exchange.user(), query);
    Answerer answerer = exchange.people().answerer(exchange.user());
    if (!exchange.header("Accept").orElse("").contains(EventStream.TYPE)) {
      return Answer.json(answered(answerer, query, options, recall, piece -> {}));
    }
    EventStream events = EventStream.on(exchange.context());
    tell(
        events,
        () ->
            answered(
                answerer,
                query,
                options,
                recall,
                piece -> events.send("text", Views.object().put("piece", piece))));
    return new Answer.Sent();
  }

  /** The status has been sent by now, so that what goes wrong is told as one more event. */
  private static void tell(EventStream events, Supplier<JsonNode> answer) {
    try {
      events.send("done", answer.get());
    } catch (EventStream.CallerGone e) {
      return; // and nobody is left to tell
    } catch (RuntimeException e) {
      // The edge of the request.
      tellFault(events, e);
    }
  }

  private static void tellFault(EventStream events, RuntimeException fault) {
    try {
      events.send("error", Views.read(Problems.json(Problems.of(fault))));
    } catch (EventStream.CallerGone e) {
      return;
    }
  }

  private static JsonNode answered(
      Answerer answerer,
      Query query,
      List<String> options,
      Recall recall,
      dev.rapport.model.ReplyListener listener) {
    try {
      return options.isEmpty()
          ? shown(answerer.reply(query, recall, listener), recall)
          : shown(answerer.choose(query, new Options(options), recall), recall);
    } catch (ModelException e) {
      throw Problem.of(
          502,
          "Model away",
          "The model that answers did not: %s.".formatted(e.kind()),
          "Try again in a while; \"rapport doctor\" says whether it can be reached.");
    }
  }

  private static ObjectNode shown(Reply reply, Recall recall) {
    ObjectNode node = Views.object().putNull("choice").putNull("letter").putNull("confidence");
    return rest(node, reply.text(), reply.lines(), recall, reply.usage());
  }

  private static ObjectNode shown(Choice choice, Recall recall) {
    return switch (choice) {
      case Choice.Chosen chosen ->
          rest(
              Views.object()
                  .put("choice", chosen.option())
                  .put("letter", chosen.letter())
                  .put("confidence", chosen.confidence()),
              chosen.text(),
              chosen.lines(),
              recall,
              chosen.usage());
      case Choice.Unparsed unparsed ->
          rest(
                  Views.object().putNull("choice").putNull("letter").putNull("confidence"),
                  unparsed.text(),
                  List.of(),
                  recall,
                  unparsed.usage())
              .put("error", "the reply names none of the options");
    };
  }

  private static ObjectNode rest(
      ObjectNode node, String text, List<LineId> lines, Recall recall, Usage usage) {
    node.put("text", text);
    ArrayNode ids = node.putArray("lines");
    lines.forEach(id -> ids.add(id.value()));
    node.putObject("tokens")
        .put("recall", recall.tokens())
        .put("input", usage.input())
        .put("output", usage.output());
    return node;
  }
}
