package dev.rapport.scheduler;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.rapport.person.PersonRef;
import dev.rapport.person.TenantId;
import dev.rapport.person.UserId;
import dev.rapport.provider.openai.OpenAiConfig;
import dev.rapport.provider.openai.OpenAiModel;
import dev.rapport.work.WorkTime;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A process of its own that accepts turns and learns. */
final class Node {
  /**
   * @param address of the store
   * @param port of the model's server
   * @param callsAtOnce most calls under way from this process
   * @param engines what it learns on
   * @param clockOff how much its clock is wrong
   */
  record Setup(String address, int port, int callsAtOnce, Engines engines, Duration clockOff) {
    private List<String> arguments() {
      return List.of(
          address,
          Integer.toString(port),
          Integer.toString(callsAtOnce),
          Integer.toString(engines.keysAtOnce()),
          engines.heartbeat().toString(),
          engines.quiet().toString(),
          clockOff.toString());
    }

    private static Setup read(String[] arguments) {
      return new Setup(
          arguments[0],
          Integer.parseInt(arguments[1]),
          Integer.parseInt(arguments[2]),
          new Engines(
              Integer.parseInt(arguments[3]),
              Duration.parse(arguments[4]),
              Duration.parse(arguments[5])),
          Duration.parse(arguments[6]));
    }

    Setup withClockOff(Duration by) {
      return new Setup(address, port, callsAtOnce, engines, by);
    }
  }

  private final Process process;
  private final Path errors;
  private final BufferedWriter orders;
  private final BufferedReader answers;

  private Node(Process process, Path errors) {
    this.process = process;
    this.errors = errors;
    this.orders = process.outputWriter(UTF_8);
    this.answers = process.inputReader(UTF_8);
  }

  /** Starts it; it may not yet work when this returns. */
  static Node start(Setup setup, Path folder) throws IOException {
    Path errors = Files.createTempFile(folder, "node", ".log");
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xshare:auto",
                "-cp",
                System.getProperty("java.class.path"),
                Node.class.getName()));
    command.addAll(setup.arguments());
    Process process = new ProcessBuilder(command).redirectError(errors.toFile()).start();
    return new Node(process, errors);
  }

  /** Has the node accept turns of a person, and returns when it has them for good. */
  void say(String person, int first, int last) throws IOException {
    orders.write("say %s %d %d\n".formatted(person, first, last));
    orders.flush();
    answer("said");
  }

  /** Returns when it works. */
  Node awaitReady() throws IOException {
    answer("ready");
    return this;
  }

  private void answer(String expected) throws IOException {
    String line = answers.readLine();
    if (!expected.equals(line)) {
      throw new IOException("the node answers %s: %s".formatted(line, Files.readString(errors)));
    }
  }

  boolean isAlive() {
    return process.isAlive();
  }

  /** As {@code kill -9}. */
  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  void freeze() throws IOException, InterruptedException {
    signal("-STOP");
  }

  void thaw() throws IOException, InterruptedException {
    signal("-CONT");
  }

  private void signal(String name) throws IOException, InterruptedException {
    int rc =
        new ProcessBuilder("kill", name, Long.toString(process.pid()))
            .redirectError(new File("/dev/null"))
            .start()
            .waitFor();
    if (rc != 0) {
      throw new IOException(
          "kill %s of process %d ends with %d".formatted(name, process.pid(), rc));
    }
  }

  /** Ends it in good order, or else by force. */
  void end() throws IOException, InterruptedException {
    if (process.isAlive()) {
      orders.close();
      if (!process.waitFor(15, TimeUnit.SECONDS)) {
        kill();
        throw new IOException("the node did not end: " + Files.readString(errors));
      }
    }
  }

  public static void main(String[] arguments) throws IOException {
    Setup setup = Setup.read(arguments);
    WorkTime time = WorkTime.of(Clock.offset(Clock.systemUTC(), setup.clockOff()));
    OpenAiModel model =
        OpenAiModel.of(
            OpenAiConfig.of("http://127.0.0.1:" + setup.port(), "fake"), Clock.systemUTC());
    try (Desk desk = Desk.at(setup.address(), model, setup.callsAtOnce(), time);
        Engines.Running running = setup.engines().over(setup.address(), desk, time);
        BufferedReader orders = new BufferedReader(new InputStreamReader(System.in, UTF_8))) {
      running.learning().start();
      System.out.println("ready");
      for (String order = orders.readLine(); order != null; order = orders.readLine()) {
        List<String> words = List.of(order.split(" ", -1));
        PersonRef person = new PersonRef(TenantId.DEFAULT, new UserId(words.get(1)));
        int first = Integer.parseInt(words.get(2));
        int last = Integer.parseInt(words.get(3));
        desk.memory()
            .append(person.user(), Tale.turns(words.get(1), last).subList(first - 1, last));
        running.learning().observed(person);
        System.out.println("said");
      }
    }
  }
}
