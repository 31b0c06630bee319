package dev.rapport.bench.dataset.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rapport.data.DatasetException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class JsonFileTest {
  private static final String[] PIECES = {"a", "é", "–", "😀", "\\n", "\\u00e9", "[", "}", " "};

  @TempDir private Path folder;

  static LongStream seeds() {
    return LongStream.range(0, 12);
  }

  private JsonFile file(String text) throws IOException {
    return JsonFile.at(Files.writeString(folder.resolve("f.json"), text));
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void givenElementsOverManyBuffers_eachIsFoundAtItsByte(long seed) throws IOException {
    var random = new SplittableRandom(seed);
    StringBuilder text = new StringBuilder(seed % 2 == 0 ? "[" : "\uFEFF [\r\n");
    int count = 40;
    for (int i = 0; i < count; i++) {
      text.append(i == 0 ? "" : random.nextBoolean() ? "," : " ,\n\t");
      text.append("{\"filler\":\"");
      for (int n = random.nextInt(20_000); n > 0; n--) {
        text.append(PIECES[random.nextInt(PIECES.length)]);
      }
      text.append("\",\"inner\":[[1],{\"x\":[2]}],\"n\":").append(i).append('}');
    }
    JsonFile file = file(text.append("]\n").toString());

    List<Integer> numbers = new ArrayList<>();
    for (Spot spot : file.elements()) {
      numbers.add(file.read(spot).number("n"));
    }

    assertThat(numbers).hasSize(count).isSorted().endsWith(count - 1);
  }

  @Test
  void givenASpotOfAField_readingBeginsThere() throws IOException {
    JsonFile file = file("[{\"a\":[\"é\"],\"b\" : [7, 8]}]");
    Spot spot;
    try (JsonWalk walk = file.walk(Spot.START)) {
      walk.enterList();
      walk.nextElement();
      walk.enterObject();
      walk.nextField();
      walk.skip();
      walk.nextField();
      spot = walk.spot();
    }

    assertThat(spot.pointer()).isEqualTo("/0/b");
    assertThat(file.read(spot).items()).hasSize(2);
  }

  @Test
  void givenFaults_placesAreThoseOfTheWholeFile() throws IOException {
    JsonFile file = file("[{\"a\":1},{\"a\":2,}]");

    assertThatThrownBy(file::elements)
        .isInstanceOf(DatasetException.class)
        .hasMessageContaining("f.json, /1")
        .hasMessageContaining("byte 1");
    assertThatThrownBy(() -> file.read(new Spot(1, "/0")).text("b"))
        .hasMessageContaining("/0: has no field \"b\"");
  }

  @Test
  void givenNothingOrMoreThanOneValueOrAMissingFile_theMessageSaysSo() throws IOException {
    assertThatThrownBy(file("")::elements).hasMessageContaining("is empty");
    assertThatThrownBy(file("[1] [2]")::elements).hasMessageContaining("goes on after its end");
    assertThatThrownBy(file("{}")::elements).hasMessageContaining("Write a list");
    assertThatThrownBy(file("[1,")::elements).isInstanceOf(DatasetException.class);
    assertThatThrownBy(() -> JsonFile.at(folder.resolve("none.json")))
        .hasMessageContaining("none.json");
  }
}
