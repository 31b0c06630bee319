package dev.rapport.store;

import dev.rapport.page.Line;
import dev.rapport.page.Page;
import dev.rapport.work.CallKey;
import dev.rapport.work.EmbeddedWork;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A process of its own, for tests that kill one or need two. */
final class Child {
  /** How a process ends that dies by itself. */
  static final int HALTED = 9;

  private Child() {}

  /** Folds whatever is on the wake list, with the provider at a port. */
  static Process folding(Path file, int port) throws IOException {
    return start("fold", file, port);
  }

  /** Writes to one person's page, to the journal and to the wake list, over and over. */
  static Process hammering(Path file, int times) throws IOException {
    return start("hammer", file, times);
  }

  /** Brings an old file up to date, and dies in the middle of it. */
  static Process upgrading(Path file) throws IOException {
    return start("upgrade", file, HALTED);
  }

  private static Process start(String what, Path file, int number) throws IOException {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    return new ProcessBuilder(
            java,
            "--enable-native-access=ALL-UNNAMED",
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-cp",
            System.getProperty("java.class.path"),
            Child.class.getName(),
            what,
            file.toString(),
            Integer.toString(number))
        .redirectErrorStream(true)
        .redirectOutput(new File(file + "." + what + ".log"))
        .start();
  }

  public static void main(String[] args) throws InterruptedException {
    int number = Integer.parseInt(args[2]);
    if (args[0].equals("upgrade")) {
      KeySource deadly =
          new KeySource(
              isNew -> {
                Runtime.getRuntime().halt(number);
                throw new IllegalStateException("halted");
              });
      SqliteStore.open(Path.of(args[1]), Store.DEFAULT_TOKENIZER, deadly).close();
    }
    try (SqliteStore store = SqliteStore.open(Path.of(args[1]))) {
      if (args[0].equals("fold")) {
        try (EmbeddedWork engine = Fold.engine(store, RemoteModel.at(number), 16)) {
          engine.start();
          engine.awaitSettled();
        }
      } else {
        hammer(store, number);
      }
    }
  }

  private static void hammer(SqliteStore store, int times) {
    long self = ProcessHandle.current().pid();
    for (int done = 0; done < times; ) {
      Page before = store.memory().page(Samples.ANN);
      List<Line> lines = new ArrayList<>(before.lines());
      lines.add(Samples.line(before.nextLine(), "line " + before.nextLine()));
      Page after = before.next(lines, before.nextLine() + 1);
      if (store.memory().advance(Samples.ANN, Samples.step(before, after, List.of()))) {
        done++;
        store.wakeList().wake("fold", "k" + done);
        store
            .journal()
            .store(new CallKey("run", self + " " + done, "h"), MemoryStoreContract.reply("reply"));
      }
    }
  }
}
