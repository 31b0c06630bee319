package dev.rapport.cli;

import dev.rapport.bench.dataset.Dataset;
import dev.rapport.bench.dataset.Question;
import dev.rapport.bench.run.HashedOrder;
import dev.rapport.chunk.Chunk;
import dev.rapport.conversation.Role;
import dev.rapport.tokens.TokenCounters;
import dev.rapport.train.verl.VerlConfig;
import dev.rapport.train.verl.VerlExport;
import dev.rapport.train.verl.VerlPlan;
import dev.rapport.train.verl.VerlRow;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Writes a job folder; apart from its command, which any JDK loads. */
final class TrainExportDesk {
  private final Terminal terminal;
  private final TrainData data;
  private final long seed;
  private final boolean json;

  TrainExportDesk(Terminal terminal, TrainData data, long seed, boolean json) {
    this.terminal = terminal;
    this.data = data;
    this.seed = seed;
    this.json = json;
  }

  int run(String out, String model, int nodes, int gpus, int groups, int rollouts) {
    CourseSpec course = data.spec(terminal, data.open(terminal, "train"), "train");
    if (!course.isPaged()) {
      throw new UsageException("--variant fullcontext cannot be exported; it must be page");
    }
    VerlConfig config =
        TrainPlaces.usage(
            () ->
                new VerlConfig(
                    model,
                    nodes,
                    gpus,
                    groups,
                    rollouts,
                    course.chunkTokens(),
                    course.pageTokens(),
                    course.answerTokens(),
                    course.queryAware()));
    Path folder = TrainPlaces.absolute(terminal, out);
    List<VerlRow> train = rows("train", course);
    List<VerlRow> test = rows("benchmark", course);
    print(folder, train.size(), test.size(), VerlExport.write(folder, config, train, test));
    return Session.DONE;
  }

  private List<VerlRow> rows(String split, CourseSpec course) {
    Dataset dataset = data.open(terminal, split);
    TrainChunks chunks =
        new TrainChunks(
            dataset, TokenCounters.named(course.counter()), course.chunkTokens(), course.chunks());
    List<VerlRow> rows = new ArrayList<>();
    List<Question> questions = dataset.questions();
    for (int i = 0;
        i < questions.size() && (course.limit() == 0 || rows.size() < course.limit());
        i++) {
      Question question = questions.get(i);
      if (question.gold().option() >= 0) {
        TrainQuestion asked = TrainQuestion.choice(question, new HashedOrder(seed).of(question, i));
        rows.add(
            new VerlRow(
                question.id(),
                chunks.of(question.history()).stream().map(TrainExportDesk::text).toList(),
                asked.query().text(),
                asked.options(),
                asked.gold()));
      }
    }
    return rows;
  }

  private static String text(Chunk chunk) {
    return chunk.turns().stream()
        .map(turn -> (turn.role() == Role.USER ? "user: " : "assistant: ") + turn.text())
        .collect(Collectors.joining("\n\n"));
  }

  private void print(Path folder, int train, int test, VerlPlan plan) {
    if (json) {
      Map<String, Object> fields = new LinkedHashMap<>();
      fields.put("folder", folder.toString());
      fields.put("train", train);
      fields.put("test", test);
      fields.put("rowsPerStep", plan.rows());
      fields.put("optimiserSteps", plan.optimiserSteps());
      fields.put("stepsPerEpoch", plan.stepsPerEpoch());
      terminal.out().println(Json.line(fields));
      return;
    }
    terminal
        .out()
        .printf(
            Locale.ROOT,
            "%s: %d questions to train on, %d to test; at most %d rows and %d optimiser step(s) a step.%nREADME.md in it says how to start.%n",
            folder,
            train,
            test,
            plan.rows(),
            plan.optimiserSteps());
  }
}
