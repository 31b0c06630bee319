package dev.rapport.store;

import static dev.rapport.store.Samples.ANN;
import static dev.rapport.store.Samples.BOB;
import static dev.rapport.store.Samples.NOON;
import static dev.rapport.store.Samples.forgetting;
import static dev.rapport.store.Samples.ids;
import static dev.rapport.store.Samples.line;
import static dev.rapport.store.Samples.next;
import static dev.rapport.store.Samples.step;
import static dev.rapport.store.Samples.tombstone;
import static dev.rapport.store.Samples.turns;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rapport.conversation.TurnId;
import dev.rapport.learn.MemoryStore;
import dev.rapport.page.Line;
import dev.rapport.page.Page;
import dev.rapport.page.Revision;
import dev.rapport.store.PageBundle.Mode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class PageBundleTest {
  @TempDir Path folder;
  private final SqliteStore here = SqliteStore.inMemory();
  private final SqliteStore there = SqliteStore.inMemory();

  @BeforeEach
  void fill() {
    MemoryStore memory = here.memory();
    memory.append(ANN, turns(4));
    Page empty = memory.page(ANN);
    Page one = next(empty, line(1, "likes tea"), line(2, "plays the lute"));
    memory.advance(ANN, step(empty, one, ids("t1", "t2")));
    Page two = next(one, line(1, "likes green tea"), line(3, "bakes"));
    memory.advance(ANN, forgetting(one, two, "lute", tombstone("g1", "t2")));
    memory.bury(ANN, ids("t3"), "poison");
  }

  @AfterEach
  void close() {
    here.close();
    there.close();
  }

  private PageBundle exported(String name) {
    Path target = folder.resolve(name);
    PageBundle.export(here, ANN, "# Ann\n\n- likes green tea\n", 12, 2048, target);
    return PageBundle.read(target);
  }

  private static boolean noneRefused(Line line) {
    return false;
  }

  private static List<TurnId> waiting(SqliteStore store) {
    return store.memory().pending(ANN, MemoryStore.FROM_START, 10).stream()
        .map(waiting -> waiting.turn().id())
        .toList();
  }

  @ParameterizedTest
  @ValueSource(strings = {"bundle", "bundle.zip"})
  void whenImportedElsewhere_everythingIsThere_andOneRevisionMore(String name) {
    PageBundle bundle = exported(name);

    Page page = bundle.restore(there, ANN, Mode.NEW, PageBundleTest::noneRefused, NOON);

    MemoryStore memory = there.memory();
    assertThat(memory.page(ANN)).isEqualTo(page);
    assertThat(page.lines()).isEqualTo(here.memory().page(ANN).lines());
    assertThat(memory.revisions(ANN)).hasSize(3);
    assertThat(memory.revisions(ANN).subList(0, 2)).isEqualTo(here.memory().revisions(ANN));
    assertThat(memory.revisions(ANN).getLast().cause().kind()).isEqualTo(Revision.Kind.IMPORTED);
    assertThat(memory.tombstones(ANN)).containsExactly(tombstone("g1", "t2"));
    assertThat(memory.key(ANN).hash("x")).isEqualTo(here.memory().key(ANN).hash("x"));
    assertThat(waiting(there)).isEqualTo(ids("t4"));
    assertThat(memory.buried(ANN)).isEqualTo(here.memory().buried(ANN));
    assertThat(memory.append(ANN, turns(4))).isZero();
  }

  @Test
  void theFolderCanBeReadByAPerson() throws IOException {
    exported("bundle");

    assertThat(folder.resolve("bundle/page.md")).hasContent("# Ann\n\n- likes green tea");
    assertThat(Files.readString(folder.resolve("bundle/page.json")))
        .startsWith("{\n  \"user\" : \"ann\",\n  \"revision\" : 2,\n");
  }

  @Test
  void whenExportedTwice_theBytesAreTheSame() throws IOException {
    exported("one.zip");
    exported("two.zip");

    assertThat(folder.resolve("one.zip")).hasSameBinaryContentAs(folder.resolve("two.zip"));
  }

  @Test
  void givenSomebodyIsThere_whenImportedAsNew_isRefused() {
    PageBundle bundle = exported("bundle");

    assertThatThrownBy(() -> bundle.restore(here, ANN, Mode.NEW, PageBundleTest::noneRefused, NOON))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("ann")
        .hasMessageContaining("merge");
  }

  @Test
  void givenSomethingForgottenSinceTheExport_whenReplaced_itDoesNotComeBack() {
    PageBundle bundle = exported("bundle");
    Page now = here.memory().page(ANN);
    Page without = next(now, line(1, "likes green tea"));
    here.memory().advance(ANN, forgetting(now, without, "bakes", tombstone("g2", "t4")));

    bundle.restore(here, ANN, Mode.REPLACE, line -> line.text().contains("bakes"), NOON);

    MemoryStore memory = here.memory();
    assertThat(memory.page(ANN).lines()).extracting(Line::text).containsExactly("likes green tea");
    assertThat(memory.traces(ANN)).noneMatch(trace -> trace.text().contains("bakes"));
    assertThat(memory.tombstones(ANN))
        .containsExactly(tombstone("g1", "t2"), tombstone("g2", "t4"));
    assertThat(waiting(here)).isEmpty();
    assertThat(memory.append(ANN, turns(4))).isZero();
  }

  @Test
  void givenOwnLines_whenMerged_onlyNewOnesComeIn_underNewIds() {
    Page empty = there.memory().page(BOB);
    Page bobs = next(empty, line(1, "bakes"), line(2, "runs"));
    there.memory().advance(BOB, step(empty, bobs, List.of()));
    Page plain = Page.empty(ANN, "o200k");
    SqliteStore fresh = SqliteStore.inMemory();
    fresh
        .memory()
        .advance(ANN, step(plain, next(plain, line(1, "likes tea"), line(3, "bakes")), List.of()));
    PageBundle.export(fresh, ANN, "", 0, 2048, folder.resolve("bundle"));
    fresh.close();

    Page merged =
        PageBundle.read(folder.resolve("bundle"))
            .restore(there, BOB, Mode.MERGE, PageBundleTest::noneRefused, NOON);

    assertThat(merged.lines()).extracting(Line::text).containsExactly("bakes", "runs", "likes tea");
    assertThat(merged.lines().getLast().id().value()).isEqualTo("l3");
    assertThat(merged.revision()).isEqualTo(2);
    assertThat(there.memory().page(BOB)).isEqualTo(merged);
  }

  @Test
  void givenTombstonesOfAnotherKey_whenMerged_isRefused() {
    PageBundle bundle = exported("bundle");

    assertThatThrownBy(
            () -> bundle.restore(there, BOB, Mode.MERGE, PageBundleTest::noneRefused, NOON))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("key");
  }

  @Test
  void givenABrokenBundle_saysWhatIsWrong() throws IOException {
    exported("bundle");
    Path json = folder.resolve("bundle/page.json");
    String good = Files.readString(json);

    assertBroken(json, good.replace("rapport-page", "other"), "format");
    assertBroken(json, good.replace("\"version\" : 1", "\"version\" : 7"), "version 7");
    assertBroken(json, good.replaceFirst("likes green tea", "likes beer"), "newest revision");
    assertBroken(json, good.substring(0, 300), "not valid JSON");
    assertBroken(json, good.replace("\"id\" : \"l1\"", "\"id\" : \"first\""), "first");
    assertBroken(json, good.replaceFirst("\"key\" : \"..", "\"key\" : \""), "key");
    assertThatThrownBy(() -> PageBundle.read(folder.resolve("nowhere.zip")))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("nowhere.zip");
  }

  private static void assertBroken(Path json, String text, String why) throws IOException {
    Files.writeString(json, text);
    assertThatThrownBy(() -> PageBundle.read(json))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining(json.toString())
        .hasMessageContaining(why);
  }
}
