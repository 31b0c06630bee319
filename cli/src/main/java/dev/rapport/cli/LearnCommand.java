package dev.rapport.cli;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.rapport.data.read.ConversationFiles;
import dev.rapport.data.read.ConversationFormatException;
import dev.rapport.data.read.ConversationReader;
import dev.rapport.learn.LearnReport;
import dev.rapport.person.UserId;
import dev.rapport.work.Lease;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Reads conversations and writes what they reveal on a person's page. */
@Command(
    name = "learn",
    mixinStandardHelpOptions = true,
    description = {
      "Reads conversations and keeps what they reveal about a person on their page.",
      "",
      "Formats, told apart by content: PersonaMem-v2 chat history, OpenAI messages (JSON or JSON"
          + " lines), ChatGPT's conversations.json, and transcripts (User: ... Assistant: ...)."
          + " Reading a file again changes nothing; of a file that has grown only the rest is read."
    },
    footer = {
      "",
      "Examples:",
      "  rapport learn --user ana conversations.json",
      "  rapport learn --user ana 'chats/*.md' archive/",
      "  rapport learn --user ana --model ollama:qwen3:4b chats.jsonl",
      "  rapport learn --user ana --model openai:gpt-5-mini --max-usd 0.50 archive/",
      "  cat chat.json | rapport learn --user ana -"
    })
final class LearnCommand extends UserSession {
  @Parameters(
      arity = "1..*",
      paramLabel = "FILE",
      description = "Files, folders, glob patterns, or - for standard input.")
  private List<String> sources = List.of();

  @Option(names = "--quiet", description = "Do not print the page afterwards.")
  private boolean quiet;

  @Mixin private SpendingLimit limit = new SpendingLimit();

  LearnCommand(Terminal terminal) {
    super(terminal);
  }

  @Override
  int run(Workspace workspace) throws IOException {
    UserId user = user();
    limit.check(workspace.writingModel(), Models.prices(settings()));
    Lease leave = limit.leave(workspace::spent);
    List<Path> files = new SourceFiles(terminal()).expand(sources);
    LearnTotals totals = new LearnTotals();
    boolean allRead = true;
    try (LearnProgress progress = new LearnProgress(terminal(), files)) {
      for (Path file : files) {
        allRead &= learn(workspace, user, file, leave, progress, totals);
      }
    }
    totals.add(workspace.spent());
    if (json()) {
      printJson(totals.result(user.value()));
    } else {
      totals.lines(Parts.config(settings()).privacy()).forEach(this::say);
      if (!quiet) {
        print(workspace.markdown(workspace.page(user)));
      }
    }
    return allRead && totals.allFolded() ? DONE : FAILED;
  }

  private boolean learn(
      Workspace workspace,
      UserId user,
      Path file,
      Lease leave,
      LearnProgress progress,
      LearnTotals totals)
      throws IOException {
    progress.start(file);
    try (ConversationReader reader = ConversationFiles.open(file)) {
      LearnReport report = workspace.learner().learn(user, reader, leave, progress.of(reader));
      totals.add(report);
      return true;
    } catch (ConversationFormatException e) {
      progress.pause();
      say("rapport: " + e.getMessage());
      // What was read before the fault is kept in the inbox; fold it, so that nothing is lost.
      totals.add(workspace.learner().fold(user, leave, progress));
      return false;
    } finally {
      progress.done(Files.isRegularFile(file) ? Files.size(file) : 0);
    }
  }

  /** The machine form of a run; scripts rely on it, so it only grows at the end. */
  record Result(
      String user,
      @JsonProperty("turnsRead") long turnsRead,
      long turnsNew,
      int chunks,
      int chunksSetAside,
      int turnsWaiting,
      long calls,
      Tokens tokens,
      Object costUsd,
      long revision,
      Map<String, Integer> hidden) {
    /** Tokens spent on models. */
    record Tokens(long input, long output) {}
  }
}
