package dev.rapport.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.fakeserver.FakeServer;
import dev.rapport.fakeserver.Received;
import dev.rapport.fakeserver.Responder;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A run in a process of its own, killed again and again. */
@Timeout(120)
final class BenchKillIT {
  private static final int PEOPLE = 24;
  private static final int KILLS = 10;
  private static final int CALLS_AT_ONCE = 4;

  /** A page, two answers and three votes for each person. */
  private static final int CALLS = PEOPLE * 6;

  @TempDir Path folder;

  @Test
  void givenTenKills_whenResumed_noStoredReplyIsPaidAgain_andTheBytesAreAsWithoutThem()
      throws IOException, InterruptedException {
    SmallPrefEval.write(folder.resolve("data"), PEOPLE);
    SplittableRandom random = new SplittableRandom(7);
    try (FakeServer server =
        FakeServer.start(
            Responder.answering(
                call -> SmallPrefEval.reply(call).withLatency(Duration.ofMillis(10))))) {
      Process smooth = start(server, "smooth", 1);
      assertThat(smooth.waitFor()).as(log("smooth")).isZero();
      assertThat(server.count().attempts()).isEqualTo(CALLS);

      for (int kill = 0; kill < KILLS; kill++) {
        int enough = server.count().attempts() + 1 + random.nextInt(14);
        Process run = start(server, "bumpy", 1 + random.nextInt(4));
        assertThat(server.await(count -> count.attempts() >= enough, Duration.ofSeconds(30)))
            .as(log("bumpy"))
            .isTrue();
        run.destroyForcibly().waitFor();
        assertThat(askedAgain(server))
            .as("each of %d kills loses at most the replies under way", kill)
            .isLessThanOrEqualTo(CALLS_AT_ONCE * kill);
      }
      Process last = start(server, "bumpy", 3);
      assertThat(last.waitFor()).as(log("bumpy")).isZero();

      List<String> all = bodies(server.received().subList(CALLS, server.received().size()));
      List<String> whole = bodies(server.received().subList(0, CALLS));
      assertThat(new LinkedHashSet<>(all)).containsExactlyInAnyOrderElementsOf(whole);
      assertThat(askedAgain(server)).isLessThanOrEqualTo(CALLS_AT_ONCE * KILLS);
      for (String file : List.of("pages.jsonl", "answers.jsonl", "verdicts.jsonl", "spec.json")) {
        assertThat(text("bumpy", file)).as(file).isEqualTo(text("smooth", file)).isNotEmpty();
      }
    }
  }

  /** Requests of the run that was killed, beyond the first of each. */
  private static int askedAgain(FakeServer server) {
    List<String> asked = bodies(server.received().subList(CALLS, server.received().size()));
    return asked.size() - new LinkedHashSet<>(asked).size();
  }

  private static List<String> bodies(List<Received> requests) {
    return new ArrayList<>(requests.stream().map(Received::body).toList());
  }

  private String text(String run, String file) throws IOException {
    return Files.readString(folder.resolve(run).resolve(file), UTF_8);
  }

  private String log(String run) {
    return "see " + folder.resolve(run + ".log");
  }

  private Process start(FakeServer server, String run, int parallel) throws IOException {
    String model = server.baseUrl() + "#fake";
    ProcessBuilder command =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "--enable-native-access=ALL-UNNAMED",
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-cp",
            System.getProperty("java.class.path"),
            Main.class.getName(),
            "bench",
            "run",
            "--dataset",
            "prefeval:data",
            "--filler-turns",
            "0",
            "--mode",
            "both",
            "--model",
            model,
            "--judge-model",
            model,
            "--parallel",
            Integer.toString(parallel),
            "--calls-at-once",
            Integer.toString(CALLS_AT_ONCE),
            "--out",
            run);
    command.environment().put("HOME", folder.toString());
    return command
        .directory(folder.toFile())
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.appendTo(new File(folder + "/" + run + ".log")))
        .start();
  }
}
