package dev.rapport.local.embed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReaderModelTest {
  @Test
  void givenTheShippedFile_whenRead_thenItsChangesFitTheNetwork() throws IOException {
    ReaderModel model = ReaderModel.shipped();

    assertThat(model.changes())
        .isNotEmpty()
        .allSatisfy(
            change -> {
              assertThat(change.down()).hasSize(change.inner() * change.rank());
              assertThat(change.up()).hasSize(change.rank() * change.outer());
            });
    assertThat(model.sharpness()).isPositive();
    BertEncoder.load(model.changes()); // fails where one does not fit
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 3, 11, 500, 900, 100_000})
  void givenAFileCutShort_whenRead_thenItIsNotTaken(int length) throws IOException {
    byte[] cut = Arrays.copyOf(shipped(), length);

    assertThatThrownBy(() -> ReaderModel.read(new ByteArrayInputStream(cut)))
        .isInstanceOf(IOException.class);
  }

  @Test
  void givenAnotherFile_whenRead_thenItSaysWhatIsWrong() throws IOException {
    byte[] other = shipped();
    other[0]++;

    assertThatThrownBy(() -> ReaderModel.read(new ByteArrayInputStream(other)))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("reader.bin: its magic number is");
  }

  private static byte[] shipped() throws IOException {
    try (InputStream in = ReaderModel.class.getResourceAsStream("reader.bin")) {
      return Objects.requireNonNull(in).readAllBytes();
    }
  }
}
