package dev.rapport.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.rapport.memory.Choice;
import dev.rapport.memory.Options;
import dev.rapport.memory.Query;
import dev.rapport.memory.Recall;
import dev.rapport.memory.Reply;
import dev.rapport.page.LineId;
import dev.rapport.person.UserId;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Answers a question in the way that suits the person. */
@Command(
    name = "ask",
    mixinStandardHelpOptions = true,
    description = {
      "Answers a question in the way that suits the person: in words, or by choosing one of the"
          + " options. Reading the memory costs no model call."
    },
    footer = {
      "",
      "Examples:",
      "  rapport ask --user ana \"What should I cook on Sunday?\"",
      "  rapport ask --user ana \"A gift for me?\" --option \"a fountain pen\" --option \"a"
          + " drone\"",
      "  rapport ask --user ana --batch questions.jsonl > answers.jsonl",
      "",
      "A line of a batch: {\"id\":\"q1\",\"query\":\"...\",\"options\":[\"...\",\"...\"]}"
    })
final class AskCommand extends UserSession {
  @Parameters(arity = "0..1", paramLabel = "QUERY", description = "The question.")
  private @Nullable String query;

  @Option(names = "--option", paramLabel = "TEXT", description = "An answer to choose from.")
  private List<String> choices = List.of();

  @Option(
      names = "--batch",
      paramLabel = "FILE",
      description = "Read questions as JSON lines from a file or -, write answers as JSON lines.")
  private @Nullable String batch;

  AskCommand(Terminal terminal) {
    super(terminal);
  }

  @Override
  int run(Workspace workspace) throws IOException {
    UserId user = user();
    String file = batch;
    if (file != null) {
      return runBatch(workspace, user, file);
    }
    String asked = query;
    if (asked == null || asked.isBlank()) {
      throw new UsageException("no question given; add it in quotes, or --batch FILE");
    }
    Question question = new Question(asked, choices);
    Recall recall = workspace.recall(user, question.query());
    if (question.options().isPresent()) {
      Choice choice =
          workspace.answerer(user).choose(question.query(), question.options().get(), recall);
      show(question, choice, recall);
    } else {
      show(workspace.answerer(user).reply(question.query(), recall), recall);
    }
    return DONE;
  }

  private void show(Question question, Choice choice, Recall recall) {
    if (json()) {
      printJson(Answer.of(choice, recall));
      return;
    }
    switch (choice) {
      case Choice.Chosen chosen -> {
        print("%s  %s".formatted(chosen.letter(), question.choices().get(chosen.option())));
        say("confidence %.0f%%".formatted(chosen.confidence() * 100));
        sayLines(chosen.lines(), recall);
      }
      case Choice.Unparsed unparsed ->
          throw new FailedException("the reply names none of the options:\n" + unparsed.text());
    }
  }

  private void show(Reply reply, Recall recall) {
    if (json()) {
      printJson(Answer.of(reply, recall));
    } else {
      print(reply.text());
      sayLines(reply.lines(), recall);
    }
  }

  private void sayLines(List<LineId> ids, Recall recall) {
    if (ids.isEmpty()) {
      say("No line of the page speaks to this.");
      return;
    }
    say("Because of:");
    ids.forEach(
        id ->
            recall.lines().stream()
                .filter(line -> line.id().equals(id))
                .forEach(line -> say("  %s  %s".formatted(id, line.text()))));
  }

  private int runBatch(Workspace workspace, UserId user, String file) throws IOException {
    boolean allAnswered = true;
    int number = 0;
    try (InputStream in =
        file.equals("-")
            ? terminal().in()
            : Files.newInputStream(terminal().workingFolder().resolve(file))) {
      LineInput lines = new LineInput(in);
      for (Optional<String> line = lines.next(); line.isPresent(); line = lines.next()) {
        number++;
        if (line.get().isBlank()) {
          continue;
        }
        allAnswered &= answerLine(workspace, user, line.get(), file + ", line " + number);
      }
    }
    return allAnswered ? DONE : FAILED;
  }

  private boolean answerLine(Workspace workspace, UserId user, String line, String place) {
    JsonNode id = null;
    try {
      JsonNode node = Json.parse(line);
      id = node.get("id");
      Question question = Question.of(node);
      Recall recall = workspace.recall(user, question.query());
      Answer answer =
          question.options().isPresent()
              ? Answer.of(
                  workspace
                      .answerer(user)
                      .choose(question.query(), question.options().get(), recall),
                  recall)
              : Answer.of(workspace.answerer(user).reply(question.query(), recall), recall);
      printJson(answer.withId(id));
      return true;
    } catch (JsonProcessingException e) {
      printJson(Answer.failed(id, place + " is not JSON: " + e.getOriginalMessage()));
    } catch (IllegalArgumentException | dev.rapport.model.ModelException e) {
      printJson(Answer.failed(id, place + ": " + e.getMessage()));
    }
    return false;
  }

  /** A question as typed or read. */
  record Question(Query query, List<String> choices) {
    Question(String text, List<String> choices) {
      this(new Query(text), List.copyOf(choices));
    }

    static Question of(JsonNode node) {
      JsonNode query = node.path("query");
      if (!query.isTextual()) {
        throw new IllegalArgumentException("no \"query\" with a text in it");
      }
      List<String> choices = new ArrayList<>();
      for (JsonNode option : node.path("options")) {
        if (!option.isTextual()) {
          throw new IllegalArgumentException("an option is not a text: " + option);
        }
        choices.add(option.textValue());
      }
      return new Question(query.textValue(), choices);
    }

    Optional<Options> options() {
      return choices.isEmpty() ? Optional.empty() : Optional.of(new Options(choices));
    }
  }
}
