package dev.rapport.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PageCommandsTest {
  @TempDir private Path folder;
  private Rig rig;

  @BeforeEach
  void givenAPageOfTwoLines() {
    rig = new Rig(folder);
    rig.run("page", "edit", "--add", "Prefers tea to coffee", "--section", "Food");
    rig.run("page", "edit", "--add", "Cycles to work all year", "--section", "Travel");
  }

  @Test
  void showPrintsMarkdownAndJson() throws IOException {
    assertThat(rig.run("page", "show").out())
        .contains("## Food", "- Prefers tea to coffee ^l1", "- Cycles to work all year ^l2");
    var json = Json.parse(rig.run("page", "show", "--json").out());
    assertThat(json.get("revision").asInt()).isEqualTo(2);
    assertThat(json.get("cap").asInt()).isEqualTo(2048);
    assertThat(json.get("lines").get(0).get("author").asText()).isEqualToIgnoringCase("user");
  }

  @Test
  void editChangesALineAndHistoryAndDiffTell() {
    rig.run("page", "edit", "--line", "l1", "--set", "Prefers water");

    assertThat(rig.run("page", "history").out().lines()).hasSize(3);
    assertThat(rig.run("page", "diff").out())
        .contains("- l1  Prefers tea to coffee", "+ l1  Prefers water");
  }

  @Test
  void givenWordsForNoLine_orTwoWaysAtOnce_saysSo_andChangesNothing() {
    Rig.Result noLine = rig.run("page", "edit", "--set", "Prefers water");
    Rig.Result two = rig.run("page", "edit", "--line", "l1", "--set", "x", "--add", "y");

    assertThat(noLine.status()).isEqualTo(2);
    assertThat(noLine.err()).contains("--line ID");
    assertThat(two.status()).isEqualTo(2);
    assertThat(two.err()).contains("--add", "give one");
    assertThat(rig.run("page", "history").out().lines()).hasSize(2);
  }

  @Test
  void undoGoesBackOneStepEachTime() {
    rig.run("page", "edit", "--line", "l2", "--remove");
    rig.run("page", "undo");
    assertThat(rig.run("page", "show").out()).contains("Cycles");
    rig.run("page", "undo");
    assertThat(rig.run("page", "show").out()).contains("tea").doesNotContain("Cycles");
    rig.run("page", "undo");
    assertThat(rig.run("page", "show").out()).doesNotContain("tea");
  }

  @Test
  void editedMarkdownIsTakenBack() {
    String page = rig.run("page", "show").out().replace("tea to coffee", "rooibos to coffee");
    Rig.Result result = rig.type(page + "\n- Sleeps late\n", "page", "edit", "--file", "-");

    assertThat(result.status()).isZero();
    assertThat(rig.run("page", "show").out()).contains("rooibos", "Sleeps late", "^l1", "^l2");
  }

  @Test
  void pinShowsAndUnpins() {
    rig.run("page", "pin", "--line", "l1");
    assertThat(rig.run("page", "show").out()).contains("📌");
    rig.run("page", "pin", "--line", "l1", "--off");
    assertThat(rig.run("page", "show").out()).doesNotContain("📌");
  }

  @Test
  void forgetShowsFirstAndNeedsAWord() {
    Rig.Result dry = rig.run("page", "forget", "--words", "tea", "--dry-run");
    assertThat(dry.out()).contains("l1").doesNotContain("l2");
    assertThat(rig.run("page", "forget", "--words", "tea").status()).isEqualTo(2);
    assertThat(rig.run("page", "show").out()).contains("tea");
    assertThat(rig.run("page", "forget", "--line", "l1", "--yes").status()).isZero();
    assertThat(rig.run("page", "show").out()).doesNotContain("tea");
  }

  @Test
  void forgetByTopicFindsRelatedLines() {
    assertThat(rig.run("page", "forget", "--topic", "drinks", "--dry-run").out())
        .contains("l1")
        .doesNotContain("l2");
  }

  @Test
  void aLineThatIsNotThereIsNamed() {
    assertThat(rig.run("page", "why", "--line", "l9").err()).contains("l9");
    assertThat(rig.run("page", "pin", "--line", "nine").status()).isEqualTo(2);
  }

  @Test
  void exportedPagesCanBeImportedElsewhere() throws IOException {
    rig.run("page", "export", "--out", "bundle");
    assertThat(Files.readString(folder.resolve("bundle/page.md"))).contains("Prefers tea");
    Rig other = new Rig(Files.createDirectory(folder.resolve("other")));
    Rig.Result result = other.run("page", "import", folder.resolve("bundle").toString());

    assertThat(result.status()).isZero();
    assertThat(other.run("page", "show").out()).isEqualTo(rig.run("page", "show").out());
  }

  @Test
  void eraseLeavesNothing() throws IOException {
    assertThat(rig.run("page", "erase", "--yes").status()).isZero();

    assertThat(rig.bytesOnDisk()).doesNotContain("Prefers tea");
    assertThat(rig.run("page", "history").out()).isEmpty();
  }
}
