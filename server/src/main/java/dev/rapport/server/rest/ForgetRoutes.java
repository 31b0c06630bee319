package dev.rapport.server.rest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rapport.control.ForgetPlan;
import dev.rapport.control.ForgetRequest;
import dev.rapport.control.Verification;
import dev.rapport.learn.MemoryStore;
import dev.rapport.page.LineId;
import dev.rapport.page.Page;
import dev.rapport.server.problem.Problem;
import dev.rapport.text.Words;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Forgetting for good, and evidence that it was done. */
final class ForgetRoutes {
  private ForgetRoutes() {}

  static List<Route> routes() {
    return List.of(
        Route.post("/people/{user}/forget", Need.PERSON, "forget", ForgetRoutes::forget),
        Route.get("/people/{user}/verify", Need.PERSON, "verify", ForgetRoutes::verify),
        Route.post("/people/{user}/verify", Need.PERSON, "verify", ForgetRoutes::verifyWords));
  }

  private static Answer forget(Exchange exchange) {
    Fields body = exchange.body("line", "words", "topic", "dryRun");
    ForgetRequest request = request(body);
    boolean dry =
        body.optionalFlag("dryRun")
            .orElseThrow(
                () ->
                    Problem.badRequest(
                        "The body does not say whether to forget or only to look.",
                        "Send \"dryRun\": true to see what would go, then false."));
    Page before = exchange.people().page(exchange.user());
    if (request instanceof ForgetRequest.OfLine one) {
      Pages.line(before, one.id());
    }
    ForgetPlan plan =
        dry
            ? exchange.people().plan(exchange.user(), request)
            : exchange.people().forget(exchange.user(), request);
    ObjectNode node = Views.object();
    node.set("lines", Views.lines(before, plan.lines()));
    plan.places().forEach(node.putArray("places")::add);
    node.put("done", !dry);
    return Answer.json(node.put("revision", exchange.people().page(exchange.user()).revision()));
  }

  private static ForgetRequest request(Fields body) {
    List<ForgetRequest> asked =
        Stream.of(
                body.optionalText("line")
                    .<ForgetRequest>map(id -> new ForgetRequest.OfLine(new LineId(id))),
                body.optionalText("words").<ForgetRequest>map(ForgetRequest.OfWords::new),
                body.optionalText("topic").<ForgetRequest>map(ForgetRequest.OfTopic::new))
            .flatMap(Optional::stream)
            .toList();
    if (asked.size() != 1) {
      throw Problem.badRequest(
          "The body names %d things to forget.".formatted(asked.size()),
          "Send one of \"line\", \"words\" and \"topic\".");
    }
    return asked.getFirst();
  }

  private static Answer verify(Exchange exchange) {
    if (exchange.query("words").isPresent()) {
      throw Problem.badRequest(
          "Words to look for are not taken from the address.", "POST {\"words\": ...} instead.");
    }
    return Answer.json(evidence(exchange));
  }

  /** Words come in the body, since addresses end up in logs. */
  private static Answer verifyWords(Exchange exchange) {
    String wanted = Words.plain(exchange.body("words").text("words"));
    if (wanted.isEmpty()) {
      throw Problem.badRequest("\"words\" says nothing.", "Send what should be nowhere.");
    }
    ObjectNode node = evidence(exchange);
    List<String> places =
        exchange.people().store().traces(exchange.user()).stream()
            .filter(trace -> Words.plain(trace.text()).contains(wanted))
            .map(MemoryStore.Trace::place)
            .toList();
    places.forEach(node.putArray("found")::add);
    return Answer.json(node.put("holds", node.path("holds").booleanValue() && places.isEmpty()));
  }

  private static ObjectNode evidence(Exchange exchange) {
    Verification seen = exchange.people().control().verify(exchange.user());
    ObjectNode node = Views.object().put("holds", seen.holds());
    node.putArray("checked")
        .add("%d tokens of %d".formatted(seen.tokens(), seen.cap()))
        .add("%d stored texts".formatted(seen.textsSearched()))
        .add("%d tombstones".formatted(seen.tombstones()));
    seen.faults().forEach(node.putArray("faults")::add);
    return node.put("revision", seen.revision());
  }
}
