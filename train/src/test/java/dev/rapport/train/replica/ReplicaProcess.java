package dev.rapport.train.replica;

import dev.rapport.train.java.JavaEngines;
import dev.rapport.train.policy.Engines;
import dev.rapport.train.policy.Seat;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ServiceLoader;

/** A replica in a process of its own. */
public final class ReplicaProcess {
  private static final int DIED = 9;

  private ReplicaProcess() {}

  /**
   * @param args engine, rank, size, port, the model's folder, and the step at which it dies, or -1
   */
  public static void main(String[] args) {
    int last = Integer.parseInt(args[5]);
    var seat = new Seat(number(args[1]), number(args[2]), "127.0.0.1", number(args[3]));
    Engines engines = engines(args[0]);
    try (var replicas = engines.join(seat, port -> {})) {
      Lesson.learn(
          engines,
          replicas,
          Path.of(args[4]),
          step -> {
            if (step == last) {
              Runtime.getRuntime().halt(DIED);
            }
          });
    }
  }

  private static int number(String text) {
    return Integer.parseInt(text);
  }

  static Engines engines(String name) {
    return ServiceLoader.load(Engines.class).stream()
        .map(ServiceLoader.Provider::get)
        .filter(engines -> engines.name().equals(name))
        .findFirst()
        .orElseGet(JavaEngines::new);
  }

  /** Starts one that meets at a port of this machine. */
  static Process start(String engine, int rank, int size, int port, Path model, int last) {
    try {
      return new ProcessBuilder(
              Path.of(System.getProperty("java.home"), "bin", "java").toString(),
              "--add-modules",
              "jdk.incubator.vector",
              "--enable-native-access=ALL-UNNAMED",
              "-XX:+UseSerialGC",
              "-cp",
              System.getProperty("java.class.path"),
              ReplicaProcess.class.getName(),
              engine,
              Integer.toString(rank),
              Integer.toString(size),
              Integer.toString(port),
              model.toString(),
              Integer.toString(last))
          .redirectOutput(ProcessBuilder.Redirect.DISCARD)
          .redirectError(ProcessBuilder.Redirect.appendTo(model.resolveSibling("said").toFile()))
          .start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
