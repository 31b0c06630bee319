package dev.rapport.data.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rapport.data.DatasetException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CsvTableTest {
  @TempDir private Path folder;

  private List<CsvRow> rows(String text, String... needed) throws IOException {
    Path file = Files.writeString(folder.resolve("t.csv"), text);
    List<CsvRow> rows = new ArrayList<>();
    CsvTable.at(file).forEach(List.of(needed), rows::add);
    return rows;
  }

  @Test
  void givenQuotedBreaksAndAMark_cellsAreWhole() throws IOException {
    List<CsvRow> rows = rows("\uFEFFa,b\r\n\"x\ny \"\"z\"\"\",2\n\n3,31726.0\n", "a", "b");

    assertThat(rows).hasSize(2);
    assertThat(rows.getFirst().text("a")).isEqualTo("x\ny \"z\"");
    assertThat(rows.getLast().number("b")).isEqualTo(31_726);
    assertThat(rows.getLast().number()).isEqualTo(2);
    assertThat(rows.getLast().get("c")).isEmpty();
  }

  @Test
  void givenAMissingColumn_theMessageNamesItAndThoseThereAre() {
    assertThatThrownBy(() -> rows("a,b\n1,2\n", "c"))
        .isInstanceOf(DatasetException.class)
        .hasMessageContaining("\"c\"")
        .hasMessageContaining("[a, b]");
  }

  @Test
  void givenARowThatIsTooShortOrCutOff_theMessageNamesFileAndRow() {
    assertThatThrownBy(() -> rows("a,b\n1,2\n3\n"))
        .isInstanceOf(DatasetException.class)
        .hasMessageContaining("t.csv, row 2 (line 3) has 1 cells");
    assertThatThrownBy(() -> rows("a,b\n1,\"2\n"))
        .isInstanceOf(DatasetException.class)
        .hasMessageContaining("t.csv");
  }

  @Test
  void givenCellsOfTheWrongKind_theMessageNamesRowColumnAndMend() throws IOException {
    CsvRow row = rows("a,b\n\" \",1.5\n").getFirst();

    assertThatThrownBy(() -> row.text("a"))
        .isInstanceOf(DatasetException.class)
        .hasMessageContaining("t.csv, row 1 (line 2), a: is blank");
    assertThatThrownBy(() -> row.number("b")).hasMessageContaining("\"1.5\"");
  }

  @Test
  void givenNoFileOrNoRows_theMessageSaysSo() {
    assertThatThrownBy(() -> CsvTable.at(folder.resolve("none.csv")))
        .isInstanceOf(DatasetException.class)
        .hasMessageContaining("none.csv");
    assertThatThrownBy(() -> rows("a,b\n")).hasMessageContaining("no rows");
    assertThatThrownBy(() -> rows("\uFEFF\n")).hasMessageContaining("t.csv is empty");
  }

  @Test
  void givenRowsOfNothing_theyArePassedOverAndNotCounted() throws IOException {
    List<CsvRow> rows = rows(" a , b \r\n,\r\n1,2\r\n\" \",\r\n3,4\r\n,,,\r\n");

    assertThat(rows).extracting(row -> row.get("b")).containsExactly("2", "4");
    assertThat(rows.getLast().number()).isEqualTo(2);
    assertThat(rows.getLast().line()).isEqualTo(5);
  }

  @Test
  void givenAColumnTwice_theMessageNamesIt() {
    assertThatThrownBy(() -> rows("a,b, a\n1,2,3\n"))
        .isInstanceOf(DatasetException.class)
        .hasMessageContaining("t.csv, header: column \"a\"");
  }

  @Test
  void givenAnotherEncoding_noLetterIsLostInSilence() throws IOException {
    Path file = folder.resolve("latin.csv");
    Files.write(file, "a\ncafé\n".getBytes(StandardCharsets.ISO_8859_1));

    assertThatThrownBy(() -> CsvTable.at(file).forEach(List.of(), row -> {}))
        .isInstanceOf(DatasetException.class)
        .hasMessageContaining("latin.csv is not UTF-8")
        .hasMessageContaining("iconv");
  }

  @Test
  void givenWhatGitLeavesOfALargeFile_theMessageSaysHowToFetchIt() {
    assertThatThrownBy(() -> rows("version https://git-lfs.github.com/spec/v1\noid sha256:0\n"))
        .isInstanceOf(DatasetException.class)
        .hasMessageContaining("t.csv")
        .hasMessageContaining("git lfs pull");
  }
}
