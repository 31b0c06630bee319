package dev.rapport.train.mini;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.rapport.train.TrainException;
import dev.rapport.train.policy.Speed;
import dev.rapport.train.report.Bars;
import dev.rapport.train.report.Curves;
import dev.rapport.train.report.Html;
import dev.rapport.train.report.Interval;
import dev.rapport.train.run.JsonFile;
import dev.rapport.train.run.Stage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The report of a miniature run: Figure 6 in small, the curves, and pages to read. */
public final class MiniReport {
  private MiniReport() {}

  /** Writes {@code report.html} and {@code results.json} into the run's folder. */
  public static Path write(Path folder, MiniSpec spec, List<MiniResult> results, String command) {
    JsonFile.write(folder.resolve("results.json"), results);
    Path file = folder.resolve("report.html");
    try {
      Files.writeString(file, html(folder, spec, results, command));
    } catch (IOException e) {
      throw new TrainException("cannot write %s: %s".formatted(file, e.getMessage()), e);
    }
    return file;
  }

  /** A policy's accuracy over the seeds; over the questions if there is one seed only. */
  public static Interval interval(List<MiniResult> results, String name) {
    if (results.size() > 1) {
      return Interval.ofSeeds(
          results.stream().mapToDouble(result -> result.accuracy(name)).toArray());
    }
    MiniResult.Outcome outcome =
        results.getFirst().outcomes().stream()
            .filter(one -> one.name().equals(name))
            .findFirst()
            .orElseThrow();
    return Interval.ofShare(outcome.right(), outcome.asked());
  }

  private static String html(Path folder, MiniSpec spec, List<MiniResult> results, String command) {
    MiniResult first = results.getFirst();
    var body = new StringBuilder();
    body.append("<h1>What to write, learned from answers alone</h1>\n");
    body.append(
        String.format(
            Locale.ROOT,
            "<p>A model of %,d parameters, from random weights, in a generated world: people whose"
                + " tastes are implied over %d turns, among distractions, other people's tastes,"
                + " changes of mind and requests to forget. A full history has %.0f tokens, a page"
                + " at most %d. No profile of a tested person occurs in training. %d %s, %d"
                + " questions each, four possible answers; lines are 95 %% intervals over the"
                + " %s.</p>\n",
            first.parameters(),
            spec.chunks() * spec.turns(),
            first.historyTokens(),
            first.pageTokens(),
            results.size(),
            results.size() == 1 ? "seed" : "seeds",
            first.outcomes().getFirst().asked(),
            results.size() == 1 ? "questions" : "seeds"));
    body.append("<figure>").append(Bars.of(bars(results), "Test accuracy"));
    body.append(
        "<figcaption>Test accuracy, answered greedily; in the table also as drawn in training."
            + " Guessing scores 25 %.</figcaption></figure>\n");
    body.append(gains(results));
    body.append(table(results));
    body.append("<h2>Learning</h2><figure>").append(curves(folder, results));
    body.append(
        "<figcaption>Mean reward of training questions, step by step, mean over seeds.</figcaption>"
            + "</figure>\n");
    body.append(speeds(folder, results));
    body.append("<h2>Pages, before and after</h2>\n");
    body.append(
        "<p>People of the test, as read chunk by chunk. Before: after SFT, whose examples were"
            + " written by a careless scribe. After: after GRPO over pages.</p>\n");
    first.pages().forEach(sample -> body.append(sample(sample)));
    body.append(
        String.format(
            Locale.ROOT, "<p class='dim'>Made by <code>%s</code></p>\n", Html.escape(command)));
    return Html.page("Rapport: train mini", body.toString());
  }

  /** What reinforcement added, seed by seed, so that what seeds share takes no part in it. */
  private static String gains(List<MiniResult> results) {
    return String.format(
        Locale.ROOT,
        "<p>GRPO over pages against SFT: %s; against credit to the answer only: %s; GRPO over full"
            + " histories against SFT: %s.</p>\n",
        gain(results, "page", "sft-page"),
        gain(results, "page", "answer-only"),
        gain(results, "history", "sft-history"));
  }

  private static String gain(List<MiniResult> results, String name, String over) {
    Interval gain =
        Interval.ofValues(
            results.stream()
                .mapToDouble(result -> 100 * (result.accuracy(name) - result.accuracy(over)))
                .toArray());
    String mean = String.format(Locale.ROOT, "%+.1f points", gain.mean());
    return results.size() == 1
        ? mean
        : mean + String.format(Locale.ROOT, " (%+.1f to %+.1f)", gain.low(), gain.high());
  }

  private static List<Bars.Bar> bars(List<MiniResult> results) {
    var bars = new ArrayList<Bars.Bar>();
    double[] blank = results.stream().mapToDouble(MiniResult::blank).toArray();
    bars.add(new Bars.Bar("knowing nothing", Interval.ofSeeds(blank), 0));
    List<MiniResult.Outcome> outcomes = results.getFirst().outcomes();
    int[] colours = {1, 1, 0, 2, 3, 4};
    for (int i = 0; i < outcomes.size(); i++) {
      MiniResult.Outcome outcome = outcomes.get(i);
      bars.add(new Bars.Bar(outcome.title(), interval(results, outcome.name()), colours[i]));
    }
    return bars;
  }

  private static String table(List<MiniResult> results) {
    var out = new StringBuilder("<tr><th></th>");
    for (MiniResult result : results) {
      out.append("<th class='number'>seed ").append(result.seed()).append("</th>");
    }
    out.append("<th class='number'>drawn</th>");
    for (Person.Kind kind : Person.Kind.values()) {
      out.append("<th class='number'>").append(words(kind)).append("</th>");
    }
    out.append("</tr>\n");
    for (MiniResult.Outcome outcome : results.getFirst().outcomes()) {
      out.append("<tr><td class='name'>").append(Html.escape(outcome.title())).append("</td>");
      for (MiniResult result : results) {
        out.append(number(result.accuracy(outcome.name())));
      }
      out.append(number(drawn(results, outcome.name())));
      for (Person.Kind kind : Person.Kind.values()) {
        out.append(number(byKind(results, outcome.name(), kind)));
      }
      out.append("</tr>\n");
    }
    return Html.table("Test accuracy by seed and kind", out.toString());
  }

  private static double drawn(List<MiniResult> results, String name) {
    return results.stream()
        .flatMap(result -> result.outcomes().stream())
        .filter(outcome -> outcome.name().equals(name))
        .mapToDouble(MiniResult.Outcome::drawnAccuracy)
        .average()
        .orElse(0);
  }

  private static double byKind(List<MiniResult> results, String name, Person.Kind kind) {
    int right = 0;
    int asked = 0;
    for (MiniResult result : results) {
      for (MiniResult.Outcome outcome : result.outcomes()) {
        if (outcome.name().equals(name)) {
          int[] counts = outcome.by().getOrDefault(kind.name(), new int[2]);
          right += counts[0];
          asked += counts[1];
        }
      }
    }
    return right / (double) Math.max(1, asked);
  }

  private static String words(Person.Kind kind) {
    return switch (kind) {
      case PLAIN -> "plain";
      case OTHERS_TOO -> "others' too";
      case CHANGED -> "changed";
      case FORGOTTEN -> "forgotten";
    };
  }

  private static String number(double share) {
    return String.format(Locale.ROOT, "<td class='number'>%.1f</td>", share * 100);
  }

  private static String curves(Path folder, List<MiniResult> results) {
    var curves = new ArrayList<Curves.Curve>();
    int colour = 2;
    for (Arm arm : Arm.values()) {
      var sums = new ArrayList<Double>();
      for (MiniResult result : results) {
        Path file =
            MiniRun.folderOf(folder, result.seed()).resolve(arm.folder()).resolve("metrics.jsonl");
        List<Reward> steps = JsonFile.readLines(file, Reward.class);
        for (int i = 0; i < steps.size(); i++) {
          double share = steps.get(i).reward() / results.size();
          if (i == sums.size()) {
            sums.add(0.0);
          }
          sums.set(i, sums.get(i) + share);
        }
      }
      curves.add(new Curves.Curve(brief(arm), sums, colour++));
    }
    return Curves.of(curves, "Reward by step");
  }

  /** By stage, over all seeds; where this was measured is not said, for a report travels. */
  private static String speeds(Path folder, List<MiniResult> results) {
    var stages = new ArrayList<String>(List.of("sft"));
    for (Arm arm : Arm.values()) {
      stages.add(arm.folder());
    }
    var out =
        new StringBuilder(
            "<tr><th></th><th class='number'>written, tokens/s</th><th class='number'>learned,"
                + " tokens/s</th></tr>\n");
    for (String stage : stages) {
      Speed speed = Speed.NONE;
      for (MiniResult result : results) {
        speed = speed.and(Stage.speed(MiniRun.folderOf(folder, result.seed()).resolve(stage)));
      }
      out.append(
          String.format(
              Locale.ROOT,
              "<tr><td class='name'>%s</td><td class='number'>%,.0f</td><td"
                  + " class='number'>%,.0f</td></tr>\n",
              stage,
              speed.writtenPerSecond(),
              speed.learnedPerSecond()));
    }
    return "<h2>Speed</h2>"
        + Html.table("Speed by stage", out.toString())
        + "<p class='dim'>As it went on the machine of the run, whatever else that did. Learned:"
        + " prompts and replies through the model and back.</p>\n";
  }

  private static String brief(Arm arm) {
    return switch (arm) {
      case HISTORY -> "full history";
      case PAGE -> "page";
      case ANSWER_ONLY -> "credit to the answer only";
    };
  }

  private static String sample(MiniResult.Sample sample) {
    var out = new StringBuilder("<tr><th>said</th><th>page before</th><th>page after</th></tr>\n");
    for (int i = 0; i < sample.chunks().size(); i++) {
      out.append(
          "<tr><td>%s</td><td>%s</td><td>%s</td></tr>\n"
              .formatted(
                  Html.escape(sample.chunks().get(i)),
                  Html.escape(sample.before().get(i)),
                  Html.escape(sample.after().get(i))));
    }
    var gold = new ArrayList<String>();
    for (int topic = 0; topic < sample.gold().size(); topic++) {
      String taste = sample.gold().get(topic);
      gold.add(taste.equals(Person.ANY) ? Topic.ALL.get(topic).name() + " to be forgotten" : taste);
    }
    out.append("<tr><td class='dim' colspan='3'>true in the end: ")
        .append(Html.escape(String.join(", ", gold)))
        .append("</td></tr>\n");
    return Html.table("A person's pages, before and after", out.toString());
  }

  /** What the curve needs of a line of metrics. */
  @JsonIgnoreProperties(ignoreUnknown = true)
  record Reward(double reward) {}
}
