package dev.rapport.local.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class AnswerModelTest {
  @Test
  void givenTheShippedModel_whenWrittenAndRead_thenTheBytesAreTheSame() throws IOException {
    byte[] once = bytes(AnswerModel.shipped());

    assertThat(bytes(AnswerModel.read(new ByteArrayInputStream(once)))).isEqualTo(once);
    assertThat(once.length).isLessThan(100_000);
  }

  @Test
  void givenAFileOfAnotherSort_whenRead_thenItSaysWhatIsWrong() {
    assertThatThrownBy(() -> AnswerModel.read(new ByteArrayInputStream(new byte[64])))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("magic number is 0");
  }

  @Test
  void givenACutFile_whenRead_thenItFails() throws IOException {
    byte[] whole = bytes(AnswerModel.shipped());

    assertThatThrownBy(() -> AnswerModel.read(new ByteArrayInputStream(Arrays.copyOf(whole, 1000))))
        .isInstanceOf(IOException.class);
  }

  @Test
  void givenANumberThatIsNone_whenRead_thenItFails() throws IOException {
    byte[] whole = bytes(AnswerModel.shipped());
    whole[16] = 0x7e; // the first half becomes not a number
    whole[17] = 0x00;

    assertThatThrownBy(() -> AnswerModel.read(new ByteArrayInputStream(whole)))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("NaN");
  }

  private static byte[] bytes(AnswerModel model) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    model.write(out);
    return out.toByteArray();
  }
}
