package dev.rapport.cli;

import dev.rapport.conversation.Conversation;
import dev.rapport.conversation.Message;
import dev.rapport.data.sample.SampleHistory;
import dev.rapport.data.sample.SamplePersona;
import dev.rapport.data.sample.SamplePersonas;
import dev.rapport.demo.Answered;
import dev.rapport.demo.Examination;
import dev.rapport.demo.ScoreTable;
import dev.rapport.learn.LearnReport;
import dev.rapport.memory.Choice;
import dev.rapport.page.Line;
import dev.rapport.page.Page;
import dev.rapport.person.UserId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The main job, on a sample person, with no key and no network. */
@Command(
    name = "demo",
    mixinStandardHelpOptions = true,
    description = {
      "Reads a sample person's conversations, writes their page, says where each line comes from,"
          + " answers their questions, and scores it against chance, an empty page and the whole"
          + " history, on people whose half of the sample nothing was tuned on."
    },
    footer = {
      "",
      "Examples:",
      "  rapport demo",
      "  rapport demo --persona p23 --no-scores",
      "  rapport demo --scores-only"
    })
final class DemoCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Mixin private GlobalOptions options = new GlobalOptions();

  @Option(
      names = "--persona",
      paramLabel = "ID",
      description = "p01 to p32; p17 to p32 are the reported half. Default: ${DEFAULT-VALUE}.")
  private String persona = "p17";

  @Option(names = "--no-scores", description = "Only the one person, not the table over many.")
  private boolean noScores;

  @Option(names = "--scores-only", description = "Only the table, as Markdown.")
  private boolean scoresOnly;

  @Option(
      names = "--development-half",
      description = "Score p01 to p16, which rules and weights were tuned on.")
  private boolean developmentHalf;

  DemoCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    Path folder = Files.createTempDirectory("rapport-demo");
    options.store = folder.resolve("demo.db").toString();
    Settings settings =
        new SettingsReader(terminal.environment(), terminal.workingFolder()).read(options);
    try (Workspace workspace = Workspace.open(settings)) {
      SamplePersonas personas = SamplePersonas.shipped();
      if (!scoresOnly) {
        showOne(workspace, personas.load(persona));
      }
      if (!noScores) {
        showScores(workspace, personas);
      }
    } finally {
      new TemporaryFolder(folder).delete();
      terminal.out().flush();
    }
    return Session.DONE;
  }

  private void showOne(Workspace workspace, SamplePersona person) {
    terminal.out().println("Who it is: " + person.shortPersona());
    terminal.out().println("(Rapport is not told. It reads what they typed to a chatbot.)\n");
    UserId user = new UserId(person.id());
    List<Conversation> history = SampleHistory.of(person);
    Iterator<Message> messages =
        history.stream().flatMap(conversation -> conversation.messages().stream()).iterator();
    DemoProgress progress = new DemoProgress(terminal);
    LearnReport report = workspace.learner().learn(user, messages, progress);
    progress.finish();
    Page page = workspace.page(user);
    terminal
        .out()
        .println(
            "Read %d conversations, %d turns. The page, %d of at most %,d tokens, and where each line comes from:\n"
                .formatted(
                    history.size(),
                    report.turnsRead(),
                    workspace.tokens(page),
                    workspace.capTokens()));
    showPage(page);
    showQuestions(workspace, person);
  }

  private void showPage(Page page) {
    for (String section : page.sections()) {
      terminal.out().println("## " + section);
      for (Line line : page.lines()) {
        if (line.section().equals(section)) {
          terminal.out().println("  %-4s %s%s".formatted(line.id(), owner(line), line.text()));
          line.sources()
              .forEach(
                  source ->
                      terminal
                          .out()
                          .println("         they said: \"%s\"".formatted(source.quote())));
        }
      }
      terminal.out().println();
    }
  }

  private static String owner(Line line) {
    return switch (line.owner()) {
      case dev.rapport.page.Owner.Self self -> "";
      case dev.rapport.page.Owner.Other other -> "(%s) ".formatted(other.who());
    };
  }

  private void showQuestions(Workspace workspace, SamplePersona person) {
    terminal.out().println("Their questions, each with four options of which one suits them:\n");
    List<Answered> answers =
        new Examination(workspace.localAnswerer()).questions(person, workspace.remembering());
    for (Answered answered : answers) {
      String chosen =
          answered.choice() instanceof Choice.Chosen choice
              ? answered.question().options().get(choice.option())
              : "(no option)";
      terminal
          .out()
          .println(
              "%s [%s] %s\n    -> %s"
                  .formatted(
                      answered.isRight() ? "right" : "wrong",
                      answered.category().label(),
                      answered.question().query(),
                      chosen));
    }
    long right = answers.stream().filter(Answered::isRight).count();
    terminal
        .out()
        .println("\n%d of %d right; guessing gives 3.\n".formatted(right, answers.size()));
  }

  private void showScores(Workspace workspace, SamplePersonas personas) {
    List<String> ids = developmentHalf ? personas.developmentIds() : personas.reportedIds();
    ScoreTable table = new DemoScores(workspace, terminal).table(personas, ids);
    if (options.json) {
      terminal.out().println(Json.line(result(table)));
      return;
    }
    terminal
        .out()
        .println(
            "%d people%s, one answerer for every memory:\n"
                .formatted(
                    ids.size(), developmentHalf ? "" : " of the half that nothing was tuned on"));
    terminal.out().println(table.markdown());
  }

  private static List<Map<String, Object>> result(ScoreTable table) {
    List<Map<String, Object>> rows = new ArrayList<>();
    for (ScoreTable.Row row : table.rows()) {
      Map<String, Object> entry = new LinkedHashMap<>();
      entry.put("question", row.label());
      entry.put("n", row.n());
      for (int i = 0; i < table.memories().size(); i++) {
        entry.put(table.memories().get(i), row.shares().get(i).value());
      }
      entry.put("chance", ScoreTable.CHANCE);
      entry.put("gain", row.gain());
      entry.put("gainInterval", row.interval());
      rows.add(entry);
    }
    return rows;
  }
}
