package dev.rapport.server.mcp;

import dev.rapport.control.ForgetPlan;
import dev.rapport.control.ForgetRequest;
import dev.rapport.page.Line;
import io.modelcontextprotocol.spec.McpSchema;
import java.util.ArrayList;
import java.util.List;

/** Forgets for good: first says what would go, then, with the code it gave, does it. */
final class ForgetTool implements MemoryTool {
  @Override
  public McpSchema.Tool description() {
    return MemoryTool.changing(
        "forget",
        "Forgets for good, everywhere, and never learns it again. The first call changes nothing"
            + " and says what would go, with a code; the second, with that code as confirm,"
            + " forgets. Give one of line, words and topic.",
        Schema.aboutPerson()
            .text("line", "One line's id.")
            .text("words", "Whatever holds these words.")
            .text("topic", "Whatever is about this.")
            .text("confirm", "The code of the first call, once the person has agreed."));
  }

  @Override
  public String call(Subject subject, Arguments arguments) {
    ForgetRequest request = request(subject, arguments);
    long revision = subject.people().page(subject.user()).revision();
    ForgetPlan plan = subject.people().plan(subject.user(), request);
    String code = Agreement.code(subject, revision, change(plan));
    if (arguments.text("confirm").equals(code)) {
      ForgetPlan gone = subject.people().forget(subject.user(), request);
      return "Forgotten for good: %d lines, and the words elsewhere (%d places)."
          .formatted(gone.lines().size(), gone.places().size());
    }
    return told(plan) + "\n\n" + Agreement.ask(code);
  }

  private static ForgetRequest request(Subject subject, Arguments arguments) {
    List<ForgetRequest> requests = new ArrayList<>();
    if (!arguments.text("line").isBlank()) {
      Line line =
          WhyTool.line(
              subject.people().page(subject.user()), arguments.text("line"), subject.user());
      requests.add(new ForgetRequest.OfLine(line.id()));
    }
    if (!arguments.text("words").isBlank()) {
      requests.add(new ForgetRequest.OfWords(arguments.text("words")));
    }
    if (!arguments.text("topic").isBlank()) {
      requests.add(new ForgetRequest.OfTopic(arguments.text("topic")));
    }
    if (requests.size() != 1) {
      throw new IllegalArgumentException(
          "%d of line, words and topic are given; give exactly one".formatted(requests.size()));
    }
    return requests.getFirst();
  }

  private static List<String> change(ForgetPlan plan) {
    List<String> change = new ArrayList<>(List.of("forget", plan.request().toString()));
    plan.lines().forEach(line -> change.add(line.id() + " " + line.text()));
    change.addAll(plan.places());
    return change;
  }

  private static String told(ForgetPlan plan) {
    if (plan.isEmpty()) {
      return "Nothing stored speaks of it; forgetting keeps it from being learned.";
    }
    String places = "It would also go from %d other places.".formatted(plan.places().size());
    return plan.lines().isEmpty()
        ? "No line of the page would go. " + places
        : "These lines would go. " + places + "\n\n" + Shown.lines(plan.lines());
  }
}
