package dev.rapport.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.rapport.train.ReplicaLostException;
import java.io.BufferedReader;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/**
 * The processes that share this one's work on this machine: the same command, each with a rank.
 * When one of them ends before its time, this one is interrupted, and says what that one said last.
 */
final class TrainOthers implements AutoCloseable {
  private static final int PATIENCE_SECONDS = 20;

  private final Terminal terminal;
  private final TrainReplicas options;
  private final int threads;
  private final Thread worker = Thread.currentThread();
  private final List<Process> processes = new ArrayList<>();
  private final CompletableFuture<String> firstGone = new CompletableFuture<>();
  private volatile boolean done;

  TrainOthers(Terminal terminal, TrainReplicas options, int threads) {
    this.terminal = terminal;
    this.options = options;
    this.threads = threads;
  }

  void start(int port) {
    for (int rank = 1; rank < options.size(); rank++) {
      List<String> line = command(rank, port);
      ProcessBuilder builder =
          new ProcessBuilder(line)
              .directory(terminal.workingFolder().toFile())
              .redirectErrorStream(true);
      builder.environment().clear();
      builder.environment().putAll(terminal.environment());
      try {
        Process process = builder.start();
        processes.add(process);
        int number = rank;
        Thread.ofVirtual().name("replica-" + rank).start(() -> watch(number, process));
      } catch (IOException e) {
        throw new FailedException("cannot start replica %d: %s".formatted(rank, e.getMessage()));
      }
    }
  }

  private List<String> command(int rank, int port) {
    List<String> line = new ArrayList<>();
    line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
        .filter(option -> !option.startsWith("-javaagent") && !option.startsWith("-agentlib"))
        .forEach(line::add);
    line.add("--enable-native-access=ALL-UNNAMED"); // a jar's manifest says it for -jar alone
    line.addAll(List.of("-cp", System.getProperty("java.class.path"), Main.class.getName()));
    List<String> given = options.arguments();
    line.addAll(given);
    if (given.stream()
        .noneMatch(word -> word.equals("--threads") || word.startsWith("--threads="))) {
      line.addAll(List.of("--threads", Integer.toString(threads)));
    }
    line.addAll(
        List.of("--rank", Integer.toString(rank), "--rendezvous", "tcp://127.0.0.1:" + port));
    return line;
  }

  /** Reads what it says until it ends. */
  private void watch(int rank, Process process) {
    String last = "nothing";
    try (BufferedReader said = process.inputReader(UTF_8)) {
      for (String line = said.readLine(); line != null; line = said.readLine()) {
        last = line.isBlank() || line.startsWith("WARNING:") ? last : line.strip(); // the JVM's own
      }
    } catch (IOException e) {
      last = "nothing that could be read: " + e.getMessage();
    }
    int status = process.onExit().join().exitValue();
    if (status != 0
        && !done
        && firstGone.complete(
            "replica %d ended with status %d; it said last: %s".formatted(rank, status, last))) {
      worker.interrupt();
    }
  }

  /** Does this process's part; when that fails because another one is gone, says why. */
  <T> T orWhyNot(Supplier<T> part) {
    try {
      return part.get();
    } catch (RuntimeException e) {
      if (!firstGone.isDone()
          && !(e instanceof ReplicaLostException)
          && !(e instanceof CancellationException)) {
        throw e;
      }
      Thread.interrupted(); // by us; what follows waits and writes
      throw new FailedException(why(e));
    }
  }

  private String why(RuntimeException e) {
    try {
      return firstGone.get(PATIENCE_SECONDS, TimeUnit.SECONDS)
          + ". Run the same command again, and it goes on from its newest checkpoint.";
    } catch (TimeoutException | ExecutionException none) {
      return String.valueOf(e.getMessage());
    } catch (InterruptedException again) {
      Thread.currentThread().interrupt();
      return String.valueOf(e.getMessage());
    }
  }

  @Override
  public void close() {
    done = true;
    for (Process process : processes) {
      try {
        if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
          process.destroyForcibly();
        }
      } catch (InterruptedException e) {
        process.destroyForcibly();
        Thread.currentThread().interrupt();
      }
    }
  }
}
