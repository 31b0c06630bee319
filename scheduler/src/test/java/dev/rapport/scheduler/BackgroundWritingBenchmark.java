package dev.rapport.scheduler;

import dev.rapport.person.PersonRef;
import dev.rapport.person.TenantId;
import dev.rapport.person.UserId;
import dev.rapport.provider.openai.OpenAiConfig;
import dev.rapport.provider.openai.OpenAiModel;
import dev.rapport.work.WorkTime;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/**
 * How close background writing comes to what the limit allows: all people's turns wait at the
 * start, each chunk takes one call, and the ideal is {@code people x chunks x latency / limit}.
 *
 * <pre>BackgroundWritingBenchmark embedded|scheduler [people] [chunks] [latency ms] [limit]</pre>
 */
final class BackgroundWritingBenchmark {
  private BackgroundWritingBenchmark() {}

  public static void main(String[] arguments) throws IOException, InterruptedException {
    boolean scheduler = arguments[0].equals("scheduler");
    int people = number(arguments, 1, 2000);
    int chunks = number(arguments, 2, 8);
    int latency = number(arguments, 3, 200);
    int limit = number(arguments, 4, 256);
    Path folder = Files.createTempDirectory("rapport-bench");
    String address =
        scheduler ? PostgresServer.freshSchema() : folder.resolve("rapport.db").toString();
    List<String> names = IntStream.range(0, people).mapToObj(i -> "p" + i).toList();
    WorkTime time = WorkTime.of(Clock.systemUTC());
    try (TaleServer server = new TaleServer(Duration.ofMillis(latency))) {
      OpenAiModel model =
          OpenAiModel.of(
              OpenAiConfig.of("http://127.0.0.1:" + server.port(), "fake"), Clock.systemUTC());
      try (Desk desk = Desk.at(address, model, limit, time, new TaleStrategy(1))) {
        long began = System.nanoTime();
        for (String who : names) {
          desk.memory().append(new UserId(who), Tale.turns(who, chunks));
        }
        System.out.printf("accepted %d turns in %.1f s%n", people * chunks, since(began));
        Engines engines = new Engines(limit * 5 / 4, Duration.ofSeconds(3), Duration.ofMillis(1));
        try (Engines.Running running = engines.over(address, desk, time)) {
          names.forEach(
              who ->
                  desk.wakes()
                      .wake("learn", new PersonRef(TenantId.DEFAULT, new UserId(who)).key()));
          began = System.nanoTime();
          running.learning().start();
          while (server.questions() < people * chunks) {
            TimeUnit.MILLISECONDS.sleep(20);
          }
          double took = since(began);
          double ideal = (double) people * chunks * latency / 1000 / limit;
          System.out.printf(
              "%s: %d people x %d chunks, %d ms, limit %d: %.1f s of ideal %.1f s = %.0f%%; most at"
                  + " once %d, repeated %d, overlaps %d, CPU %.1f s%n",
              arguments[0],
              people,
              chunks,
              latency,
              limit,
              took,
              ideal,
              100 * ideal / took,
              server.mostInFlight(),
              server.repeated(),
              server.overlaps(),
              ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO).toMillis()
                  / 1000.0);
          Eventually.isSo(
              Duration.ofSeconds(60),
              () -> desk.line(new UserId(names.getLast())),
              line -> line.equals(Tale.after(Tale.turns(names.getLast(), chunks), 1)));
        }
      }
    }
  }

  private static double since(long nanos) {
    return (System.nanoTime() - nanos) / 1e9;
  }

  private static int number(String[] arguments, int place, int otherwise) {
    return arguments.length > place ? Integer.parseInt(arguments[place]) : otherwise;
  }
}
