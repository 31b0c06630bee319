package dev.rapport.cli;

import dev.rapport.model.ChatMessage;
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
import java.util.stream.Stream;

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
    if (course.isJudged()) {
      throw new UsageException(
          "--judge-model: a job is rewarded by letter alone; leave the judge out");
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
    TrainQuestions questions = new TrainQuestions(course, data.open(terminal, split), seed);
    List<VerlRow> rows = new ArrayList<>();
    for (int place = 0; place < questions.size(); place++) {
      rows.add(row(questions, questions.at(place, seed)));
    }
    return rows;
  }

  private static VerlRow row(TrainQuestions questions, TrainWording wording) {
    List<List<ChatMessage>> updates = new ArrayList<>();
    for (int chunk = 0; chunk < wording.updates(); chunk++) {
      updates.add(wording.update(chunk, ""));
    }
    List<ChatMessage> answer = wording.answer("");
    int most =
        Stream.concat(updates.stream(), Stream.of(answer))
            .mapToInt(questions::tokens)
            .max()
            .orElse(0);
    TrainQuestion asked = wording.asked();
    return new VerlRow(
        wording.id(),
        updates.stream().map(PageHole::in).toList(),
        PageHole.in(answer),
        most,
        asked.query().text(),
        asked.options(),
        asked.gold());
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
            "%s: %d questions to train on, %d to test; at most %d rows and %d optimiser step(s) a"
                + " step.%nREADME.md in it says how to start.%n",
            folder,
            train,
            test,
            plan.rows(),
            plan.optimiserSteps());
  }
}
