package dev.rapport.bench.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.data.DatasetException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** However a file is broken, reading it ends well or in a fault that names a file. */
class BrokenFilesTest {
  private static final int BREAKS = 60;
  private static final byte[] BYTES = "{}[]\",:0a\\n é'()".getBytes(StandardCharsets.UTF_8);

  @TempDir private Path folder;

  /** How a data set is named, and how a small one of its kind is written. */
  record Format(String label, UnaryOperator<Path> writing) {
    static final List<Format> ALL =
        List.of(
            new Format("prefeval", Published::prefEval),
            new Format("locomo", Published::locomo),
            new Format("longmemeval", Published::longMemEval),
            new Format("personamem-v1", Published::personaMemV1),
            new Format("personamem-v2", Published::personaMemV2));
  }

  static Stream<Arguments> junk() {
    return Format.ALL.stream()
        .flatMap(format -> Junk.ALL.stream().map(junk -> Arguments.of(format, junk)));
  }

  @ParameterizedTest
  @MethodSource("junk")
  void givenJunkInAnyFilesPlace_aFaultNamesThatFileAndTheMend(Format format, Junk junk)
      throws IOException {
    for (Path file : files(format.writing().apply(folder))) {
      byte[] whole = Files.readAllBytes(file);
      Files.write(file, junk.insteadOf().apply(whole));

      List<String> problems = problems(format.label() + ":" + folder);

      assertThat(problems).as("%s as %s", file, junk).isNotEmpty();
      assertThat(problems)
          .as("%s as %s", file, junk)
          .allMatch(problem -> problem.contains(String.valueOf(file.getFileName())))
          .allMatch(problem -> problem.matches("(?s).*[.:;] ?\\S.*"));
      Files.write(file, whole);
    }
  }

  @Test
  void givenATurnOfTenMegabytes_everyFormatReadsIt() throws IOException {
    String said = "Ümlaut and more. ".repeat(600_000);
    for (Format format : Format.ALL) {
      Path place = format.writing().apply(Files.createDirectory(folder.resolve(format.label())));
      for (Path file : files(place)) {
        String text = Files.readString(file);
        Files.writeString(
            file,
            text.replace("I never eat fish.", said)
                .replace("I sold the boat.", said)
                .replace("Lovely.", said)
                .replace("User: Later.", said)
                .replace("\"content\":\"Dear Bo\"", "\"content\":\"" + said + "\""));
      }
      DatasetOptions options = DatasetOptions.DEFAULT.withFillerTurns(3);
      Dataset dataset = Datasets.open(format.label() + ":" + place, options);

      assertThat(dataset.questions().stream().map(Question::history).distinct())
          .as(format.label())
          .anyMatch(
              history ->
                  Published.texts(dataset, history).stream()
                      .anyMatch(text -> text.length() >= said.length()));
    }
  }

  static LongStream seeds() {
    return LongStream.range(0, 4);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void givenCutsAndSlips_nothingButANamedFaultComesOut(long seed) throws IOException {
    var random = new SplittableRandom(seed);
    for (int i = 0; i < BREAKS; i++) {
      Format format = Format.ALL.get(random.nextInt(Format.ALL.size()));
      Path place = Files.createDirectory(folder.resolve("t" + i));
      List<Path> files = files(format.writing().apply(place));
      Path file = files.get(random.nextInt(files.size()));
      Files.write(file, broken(Files.readAllBytes(file), random));

      assertThat(problems(format.label() + ":" + place))
          .allMatch(problem -> problem.contains(String.valueOf(place.getFileName())));
    }
  }

  /** What a reader of all there is comes to know; PrefEval's forms are in files of their own. */
  private static List<String> problems(String spec) {
    List<String> problems = new ArrayList<>();
    for (String form :
        spec.startsWith("prefeval") ? List.of("explicit", "choice", "persona") : List.of("any")) {
      try {
        Dataset dataset =
            Datasets.open(spec, DatasetOptions.DEFAULT.withFillerTurns(3).withForm(form));
        for (Question question : dataset.questions()) {
          Published.texts(dataset, question.history());
        }
      } catch (DatasetException e) {
        problems.add(e.getMessage());
      }
    }
    return problems;
  }

  private static byte[] broken(byte[] bytes, SplittableRandom random) {
    if (random.nextInt(3) == 0) {
      return Arrays.copyOf(bytes, random.nextInt(bytes.length));
    }
    byte[] changed = bytes.clone();
    for (int n = 1 + random.nextInt(3); n > 0; n--) {
      changed[random.nextInt(changed.length)] = BYTES[random.nextInt(BYTES.length)];
    }
    return changed;
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return new ArrayList<>(all.filter(Files::isRegularFile).sorted().toList());
    }
  }
}
