package dev.rapport.store;

import static dev.rapport.store.Samples.ANN;
import static dev.rapport.store.Samples.line;
import static dev.rapport.store.Samples.next;
import static dev.rapport.store.Samples.step;
import static dev.rapport.store.Samples.turn;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rapport.page.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The master key: where it lies, and what happens without it. */
final class SealingTest {
  private static final String KEY = "0123456789abcdef".repeat(4);

  @TempDir Path folder;

  private Path file() {
    return folder.resolve("rapport.db");
  }

  private Path keyFile() {
    return folder.resolve("rapport.db.key");
  }

  private Page fill() {
    try (SqliteStore store = SqliteStore.open(file())) {
      Page page = store.memory().page(ANN);
      Page after = next(page, line(1, "likes tea"));
      store.memory().append(ANN, List.of(turn("t1", "I like tea")));
      store.memory().advance(ANN, step(page, after, List.of()));
      return after;
    }
  }

  private void assertNotOpened(String... said) throws IOException {
    byte[] before = Files.readAllBytes(file());
    assertThatThrownBy(() -> SqliteStore.open(file()))
        .isInstanceOf(StoreException.class)
        .hasMessageContainingAll(said);
    assertThat(file()).hasBinaryContent(before);
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void aNewStoreMakesItsKeyFile_forItsOwnerAlone_andFindsItAgain() throws IOException {
    Page page = fill();

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(keyFile())))
        .isEqualTo("rw-------");
    assertThat(Files.readString(keyFile())).matches("[0-9a-f]{64}\n");
    try (SqliteStore store = SqliteStore.open(file())) {
      assertThat(store.memory().page(ANN)).isEqualTo(page);
    }
  }

  @Test
  void noWordsAreInTheFile() throws IOException {
    fill();

    assertThat(new FileBytes(folder).count("tea")).isZero();
  }

  @Test
  void givenTheKeyFileIsGone_saysSo_makesNoOther_andGoesOnWhenItIsBack() throws IOException {
    Page page = fill();
    Path elsewhere = folder.resolve("copy");
    Files.move(keyFile(), elsewhere);

    assertNotOpened(keyFile().toString(), "missing", "Put it back");
    assertThat(keyFile()).doesNotExist();

    Files.move(elsewhere, keyFile());
    try (SqliteStore store = SqliteStore.open(file())) {
      assertThat(store.memory().page(ANN)).isEqualTo(page);
    }
  }

  @Test
  void givenAnotherKey_saysSo_andChangesNothing() throws IOException {
    fill();
    Files.writeString(keyFile(), KEY);

    assertNotOpened("not the one", "nothing was changed");
    assertThat(keyFile()).hasContent(KEY);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "abc", "0123456789abcdef", "zz"})
  void givenAFileThatIsNoKey_saysSo_andChangesNothing(String text) throws IOException {
    fill();
    Files.writeString(keyFile(), text);

    assertNotOpened(keyFile().toString(), "64 hexadecimal digits");
    assertThat(keyFile()).hasContent(text);
  }

  @Test
  void givenAKeyFromTheEnvironment_noFileIsMade() {
    KeySource keys = KeySource.environment(KEY);
    try (SqliteStore store = SqliteStore.open(file(), Store.DEFAULT_TOKENIZER, keys)) {
      store.memory().append(ANN, List.of(turn("t1", "hello")));
    }

    assertThat(keyFile()).doesNotExist();
    assertThatCode(
            () -> SqliteStore.open(file(), Store.DEFAULT_TOKENIZER, KeySource.text(KEY)).close())
        .doesNotThrowAnyException();
    assertThatThrownBy(() -> KeySource.environment(" "))
        .isInstanceOf(StoreException.class)
        .hasMessageContainingAll("RAPPORT_MASTER_KEY", "openssl rand -hex 32");
    assertThatThrownBy(() -> KeySource.environment("geheim!"))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("RAPPORT_MASTER_KEY")
        .hasMessageNotContaining("geheim");
  }

  @Test
  void base64IsTakenToo_andKeysPrintAsNothing() {
    String base64 = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=";

    MasterKey key = KeySource.parse(base64, "the key");

    assertThat(key.bytes()).startsWith(0, 1, 2).hasSize(32);
    assertThat(key).hasToString("MasterKey[***]");
    assertThat(AesKey.random()).hasToString("AesKey[***]");
  }

  @Test
  void aChangedBitIsSeen() {
    AesKey key = AesKey.random();
    Place place = new Place(Samples.REF, "page.doc", List.of());
    byte[] sealed = key.seal(new byte[] {1, 2, 3}, place);

    assertThat(key.open(sealed, place)).containsExactly(1, 2, 3);
    for (int i = 0; i < sealed.length; i++) {
      byte[] changed = sealed.clone();
      changed[i] ^= 1;
      assertThatThrownBy(() -> key.open(changed, place)).isInstanceOf(StoreException.class);
    }
    assertThatThrownBy(() -> key.open(new byte[0], place)).isInstanceOf(StoreException.class);
    assertThat(key.seal(new byte[] {1, 2, 3}, place)).isNotEqualTo(sealed);
  }
}
