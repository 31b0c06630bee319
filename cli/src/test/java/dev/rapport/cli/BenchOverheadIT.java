package dev.rapport.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rapport.fakeserver.Answer;
import dev.rapport.fakeserver.ChatCall;
import dev.rapport.fakeserver.FakeServer;
import dev.rapport.fakeserver.Responder;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * What a run costs beside its model calls. As a test it is small and looks at counts alone; {@code
 * -Doverhead.people=278 -Doverhead.tokens=32000 -Doverhead.questions=25 -Doverhead.latency=200}
 * measures what docs/benchmarks.md publishes: of 278 people 200 are in the split that is run.
 */
@Timeout(1200)
final class BenchOverheadIT {
  private static final int PEOPLE = Integer.getInteger("overhead.people", 4);
  private static final int TOKENS = Integer.getInteger("overhead.tokens", 8_000);
  private static final int QUESTIONS = Integer.getInteger("overhead.questions", 4);
  private static final int LATENCY = Integer.getInteger("overhead.latency", 20);
  private static final int AT_ONCE = 256;

  @TempDir Path folder;

  @Test
  void givenAModelThatAnswersAtOnce_everyCallIsMadeOnce() throws Exception {
    ManyPeople.write(folder.resolve("people"), PEOPLE, QUESTIONS);
    Rig rig = new Rig(folder);
    Rig.Result built =
        rig.run(
            "data", "build", "--personas", "people", "--context-tokens", "" + TOKENS, "--out", "d");
    assertThat(built.status()).as(built.err()).isZero();
    try (FakeServer server = FakeServer.start(Responder.answering(BenchOverheadIT::reply))) {
      long began = System.nanoTime();
      Duration own = cpuOfServer();
      Process run = start(server);
      Use use = Use.until(run);
      Duration served = cpuOfServer().minus(own);
      Duration wall = Duration.ofNanos(System.nanoTime() - began);
      assertThat(run.exitValue()).as(Files.readString(folder.resolve("log"))).isZero();

      JsonNode report = Json.parse(Files.readString(folder.resolve("out")));
      int calls = server.count().attempts();
      assertThat(report.path("calls").asInt()).isEqualTo(calls);
      assertThat(report.path("unanswered").asInt()).isZero();
      int answers = report.path("judged").asInt();
      int people = answers / QUESTIONS;
      assertThat(calls).isGreaterThanOrEqualTo(people * (1 + QUESTIONS));
      System.out.printf(
          "%d people x %d tokens x %d questions, %d ms, %d at once: %d calls in %.1f s,"
              + " share of the ideal %.2f; CPU %.1f ms per question, of the fake server %.1f;"
              + " peak %d MiB%n",
          people,
          TOKENS,
          QUESTIONS,
          LATENCY,
          AT_ONCE,
          calls,
          wall.toMillis() / 1e3,
          ideal(calls, people) / wall.toMillis(),
          (double) use.cpu().toMillis() / answers,
          (double) served.toMillis() / answers,
          use.peakMib());
    }
  }

  /**
   * Milliseconds of waiting that no run can avoid: only so many calls are under way, and a person's
   * chunks come one after another, with an answer behind them.
   */
  private static double ideal(int calls, int people) {
    double chunks = (double) calls / people - QUESTIONS;
    return LATENCY * Math.max((double) calls / AT_ONCE, chunks + 1);
  }

  /** The fake server lives in this process, which does little else meanwhile. */
  private static Duration cpuOfServer() {
    return ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO);
  }

  private static Answer reply(ChatCall call) {
    String text = call.prompt().contains("Final answer") ? "Final answer: A" : "none";
    return Answer.of(text).withLatency(Duration.ofMillis(LATENCY));
  }

  private Process start(FakeServer server) throws IOException {
    String model = server.baseUrl() + "#fake";
    ProcessBuilder command =
        new ProcessBuilder(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName(),
                "bench",
                "run",
                "--dataset",
                "personamem-v2:d",
                "--split",
                "train",
                "--model",
                model,
                "--parallel",
                "" + AT_ONCE,
                "--calls-at-once",
                "" + AT_ONCE,
                "--json",
                "--out",
                "run"));
    command.environment().put("HOME", folder.toString());
    return command
        .directory(folder.toFile())
        .redirectOutput(new File(folder + "/out"))
        .redirectError(new File(folder + "/log"))
        .start();
  }

  /** What a process used, as its system last told. */
  private record Use(Duration cpu, long peakMib) {
    static Use until(Process process) throws IOException, InterruptedException {
      Use use = new Use(Duration.ZERO, 0);
      do {
        Duration cpu = process.info().totalCpuDuration().orElse(use.cpu);
        use = new Use(cpu, peak(process).orElse(use.peakMib));
      } while (!process.waitFor(50, TimeUnit.MILLISECONDS));
      return use;
    }

    private static Optional<Long> peak(Process process) throws IOException {
      Path status = Path.of("/proc", "" + process.pid(), "status");
      if (!Files.exists(status)) {
        return Optional.empty();
      }
      try (var lines = Files.lines(status)) {
        return lines
            .filter(line -> line.startsWith("VmHWM:"))
            .map(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
            .findFirst();
      }
    }
  }
}
