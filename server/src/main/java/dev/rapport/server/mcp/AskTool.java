package dev.rapport.server.mcp;

import dev.rapport.memory.Answerer;
import dev.rapport.memory.Choice;
import dev.rapport.memory.Options;
import dev.rapport.memory.Query;
import dev.rapport.memory.Recall;
import dev.rapport.memory.Reply;
import dev.rapport.page.LineId;
import io.modelcontextprotocol.spec.McpSchema;
import java.util.List;
import java.util.stream.Collectors;

/** Answers as it suits the person. */
final class AskTool implements MemoryTool {
  @Override
  public McpSchema.Tool description() {
    return MemoryTool.reading(
        "ask",
        "Answers a question in the way that suits the person; with options, says which of them"
            + " suits best and how surely.",
        Schema.aboutPerson()
            .required("query", "The question.")
            .texts("options", "Two to 26 answers to choose from."));
  }

  @Override
  public String call(Subject subject, Arguments arguments) {
    Query query = new Query(arguments.requiredText("query"));
    List<String> options = arguments.texts("options");
    Recall recall = subject.people().recall(subject.user(), query);
    Answerer answerer = subject.people().answerer(subject.user());
    if (options.isEmpty()) {
      Reply reply = answerer.reply(query, recall);
      return Shown.data("answer", reply.text()) + rests(reply.lines());
    }
    return switch (answerer.choose(query, new Options(options), recall)) {
      case Choice.Chosen chosen ->
          "Option %s (number %d), confidence %.2f.%s"
              .formatted(
                  chosen.letter(), chosen.option() + 1, chosen.confidence(), rests(chosen.lines()));
      case Choice.Unparsed unparsed ->
          throw new IllegalArgumentException(
              "the model's reply named none of the options; ask again, or without options");
    };
  }

  private static String rests(List<LineId> lines) {
    return lines.isEmpty()
        ? ""
        : "\nIt rests on lines "
            + lines.stream().map(LineId::value).collect(Collectors.joining(", "))
            + ".";
  }
}
