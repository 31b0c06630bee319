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
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** However a file is broken, reading it ends well or in a fault that names a file. */
class BrokenFilesTest {
  private static final int BREAKS = 60;
  private static final byte[] BYTES = "{}[]\",:0a\\n é'()".getBytes(StandardCharsets.UTF_8);

  @TempDir private Path folder;

  static LongStream seeds() {
    return LongStream.range(0, 4);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void givenCutsAndSlips_nothingButANamedFaultComesOut(long seed) throws IOException {
    var random = new SplittableRandom(seed);
    List<String> names =
        List.of("prefeval", "locomo", "longmemeval", "personamem-v1", "personamem-v2");
    List<UnaryOperator<Path>> writing =
        List.of(
            Published::prefEval,
            Published::locomo,
            Published::longMemEval,
            Published::personaMemV1,
            Published::personaMemV2);
    for (int i = 0; i < BREAKS; i++) {
      int which = random.nextInt(names.size());
      Path place = Files.createDirectory(folder.resolve("t" + i));
      List<Path> files = files(writing.get(which).apply(place));
      Path file = files.get(random.nextInt(files.size()));
      Files.write(file, broken(Files.readAllBytes(file), random));

      read(names.get(which) + ":" + place, place.getFileName().toString());
    }
  }

  private static void read(String spec, String inMessage) {
    DatasetOptions options = DatasetOptions.DEFAULT.withFillerTurns(3);
    try {
      Dataset dataset = Datasets.open(spec, options);
      for (Question question : dataset.questions()) {
        Published.texts(dataset, question.history());
      }
    } catch (DatasetException e) {
      assertThat(e).hasMessageContaining(inMessage);
    }
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
