package dev.rapport.cli;

import dev.rapport.train.verl.JobWatch;
import dev.rapport.train.verl.RayJob;
import dev.rapport.train.verl.RayJobs;
import dev.rapport.train.verl.VerlExport;
import dev.rapport.train.verl.VerlStep;
import dev.rapport.work.WorkTime;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Starts, watches and ends jobs on Ray; apart from its commands, which any JDK loads. */
final class TrainRayDesk {
  private static final int LAST_LINES = 20;
  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss").withZone(ZoneOffset.UTC);

  private final Terminal terminal;
  private final TrainRay ray;
  private final RayJobs jobs;
  private final Clock clock = Clock.systemUTC();
  private String logs = "";

  TrainRayDesk(Terminal terminal, TrainRay ray) {
    this.terminal = terminal;
    this.ray = ray;
    jobs = RayJobs.at(ray.uri());
  }

  int submit(String job, @Nullable String seen, @Nullable String id, boolean detach) {
    Path folder = TrainPlaces.absolute(terminal, job);
    int steps = VerlExport.steps(folder);
    String name =
        TrainRay.id(id != null ? id : folder.getFileName() + "-" + STAMP.format(clock.instant()));
    String submitted = jobs.submit(seen != null ? seen : folder.toString(), name);
    terminal
        .err()
        .printf(
            "Job %s is submitted; \"rapport train watch %s\" watches it, too.%n",
            submitted, submitted);
    if (detach) {
      return tell(jobs.job(submitted), steps, folder);
    }
    return watch(submitted, steps, folder);
  }

  int watch(String id, @Nullable String job) {
    if (job == null) {
      return watch(TrainRay.id(id), 0, null);
    }
    Path folder = TrainPlaces.absolute(terminal, job);
    return watch(TrainRay.id(id), VerlExport.steps(folder), folder);
  }

  int stop(String id) {
    jobs.stop(TrainRay.id(id));
    tell(jobs.job(id), 0, null);
    return Session.DONE;
  }

  private int watch(String id, int steps, @Nullable Path folder) {
    ProgressLine line = new ProgressLine(terminal, clock, "verl");
    JobWatch watch = new JobWatch(jobs, WorkTime.of(clock), Duration.ofSeconds(ray.poll));
    RayJob over = watch.untilOver(id, (job, printed) -> show(line, job, printed, steps));
    line.finish();
    int status = tell(over, steps, folder);
    if (status != Session.DONE) {
      List<String> lines = logs.lines().toList();
      terminal.err().println("It said last:");
      lines
          .subList(Math.max(0, lines.size() - LAST_LINES), lines.size())
          .forEach(terminal.err()::println);
    }
    return status;
  }

  private void show(ProgressLine line, RayJob job, String printed, int steps) {
    logs = printed;
    Optional<VerlStep> newest = VerlStep.newest(printed);
    String state = job.state().name().toLowerCase(Locale.ROOT);
    line.update(
        newest.map(VerlStep::step).orElse(0),
        steps,
        newest.map(step -> "%s, %s".formatted(state, said(step))).orElse(state));
  }

  private static String said(VerlStep step) {
    String words = "step %d".formatted(step.step());
    return Double.isNaN(step.reward())
        ? words
        : String.format(Locale.ROOT, "%s, reward %.3f", words, step.reward());
  }

  /** Says how a job is; the exit status. */
  private int tell(RayJob job, int steps, @Nullable Path folder) {
    Optional<VerlStep> newest = VerlStep.newest(logs);
    if (ray.json) {
      Map<String, Object> fields = new LinkedHashMap<>();
      fields.put("id", job.id());
      fields.put("status", job.state().name());
      newest.ifPresent(step -> fields.put("step", step.step()));
      newest.map(VerlStep::reward).filter(Double::isFinite).ifPresent(r -> fields.put("reward", r));
      if (steps > 0) {
        fields.put("steps", steps);
      }
      if (!job.message().isEmpty()) {
        fields.put("message", job.message());
      }
      terminal.out().println(Json.line(fields));
    } else {
      String reached = newest.map(step -> " at " + said(step)).orElse("");
      terminal.out().printf("Job %s: %s%s. %s%n", job.id(), job.state(), reached, job.message());
      if (job.state() == RayJob.State.SUCCEEDED && folder != null) {
        terminal
            .out()
            .printf("Take its model with: rapport train import --job %s --out MODEL%n", folder);
      }
    }
    return switch (job.state()) {
      case FAILED, STOPPED -> Session.FAILED;
      case PENDING, RUNNING, SUCCEEDED -> Session.DONE;
    };
  }
}
