package dev.rapport.jmh;

import dev.rapport.conversation.Role;
import dev.rapport.conversation.Turn;
import dev.rapport.conversation.TurnId;
import dev.rapport.data.build.BuildProgress;
import dev.rapport.data.build.BuildSpec;
import dev.rapport.data.build.DatasetBuild;
import dev.rapport.data.build.PersonaFiles;
import dev.rapport.data.personamem.HistoryFile;
import dev.rapport.data.personamem.HistoryMessage;
import dev.rapport.data.sample.SamplePersonas;
import dev.rapport.tokens.TokenCounters;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The sample people in the published layout, 32k tokens a history, in a folder of its own. */
final class Sample {
  private static final int TOKENS = 32_000;
  private static final long SEED = 42;

  /** Before it is built. */
  static final Sample NONE = new Sample(Path.of(""));

  private final Path folder;

  private Sample(Path folder) {
    this.folder = folder;
  }

  static Sample build() {
    try {
      Path folder = Files.createTempDirectory("rapport-jmh");
      DatasetBuild.of(
              PersonaFiles.shipped(), SamplePersonas.shipped().fillers(), TokenCounters.o200k())
          .run(new BuildSpec(TOKENS, SEED), folder, true, BuildProgress.SILENT);
      return new Sample(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Path table() {
    return find("benchmark.csv");
  }

  Path history() {
    return find("_persona17.json");
  }

  /** The history's messages as turns, without its system message. */
  List<Turn> turns() {
    try (Stream<HistoryMessage> messages = HistoryFile.at(history()).messages()) {
      return messages
          .filter(message -> message.role() != Role.SYSTEM)
          .map(message -> turn(message.role(), message.text()))
          .toList();
    }
  }

  private static Turn turn(Role role, String text) {
    return new Turn(new TurnId("t"), role, text, Turn.UNDATED);
  }

  private Path find(String end) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(file -> file.toString().endsWith(end)).sorted().findFirst().orElseThrow();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void delete() {
    try (Stream<Path> files = Files.walk(folder)) {
      files.sorted(Comparator.reverseOrder()).forEach(Sample::delete);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void delete(Path file) {
    try {
      Files.delete(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
