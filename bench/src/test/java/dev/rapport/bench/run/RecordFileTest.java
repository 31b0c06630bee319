package dev.rapport.bench.run;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RecordFileTest {
  /** A record of two fields. */
  record Entry(String name, String words) {}

  @TempDir Path folder;

  private Path file() {
    return folder.resolve("entries.jsonl");
  }

  private RecordFile<Entry> open() {
    return RecordFile.open(file(), Entry.class, Entry::name);
  }

  private String text() throws IOException {
    return Files.readString(file(), UTF_8);
  }

  @Test
  void givenRecordsInAnyOrder_whenArranged_standInTheOrderAskedFor() throws IOException {
    try (RecordFile<Entry> entries = open()) {
      entries.append(new Entry("b", "zwei \u00fcber\n"));
      entries.append(new Entry("stray", "x"));
      entries.append(new Entry("a", "eins"));
      entries.arrange(List.of("a", "b"));
      entries.append(new Entry("c", "drei"));
      assertThat(entries.find("b")).contains(new Entry("b", "zwei \u00fcber\n"));
      assertThat(entries.find("stray")).isEmpty();
      assertThat(entries.size()).isEqualTo(3);
    }
    assertThat(text().lines().map(line -> line.substring(9, 10))).containsExactly("a", "b", "c");
  }

  @Test
  void givenATornLastLine_whenOpened_isCut_whereverItWasTorn() throws IOException {
    String whole = "{\"name\":\"a\",\"words\":\"\u00e4\"}\n{\"name\":\"b\",\"words\":\"\u00f6\"}\n";
    byte[] bytes = whole.getBytes(UTF_8);
    int first = whole.indexOf('\n') + 2; // one letter takes two bytes
    for (int length = first; length < bytes.length; length++) {
      Files.write(file(), java.util.Arrays.copyOf(bytes, length));
      try (RecordFile<Entry> entries = open()) {
        assertThat(entries.size()).as("torn after %d bytes", length).isEqualTo(1);
        entries.append(new Entry("b", "\u00f6"));
      }
      assertThat(text()).isEqualTo(whole);
    }
  }

  @Test
  void givenADamagedLineInTheMiddle_whenOpened_namesItAndTheMend() throws IOException {
    Files.writeString(file(), "{\"name\":\"a\",\"words\":\"\"}\n{{\n{\"name\":\"b\"}\n");
    assertThatThrownBy(this::open)
        .isInstanceOf(RunException.class)
        .hasMessageContainingAll("entries.jsonl", "line 2", "Delete the line");
  }

  @Test
  void givenTheSameKeyTwice_theFirstCounts() {
    try (RecordFile<Entry> entries = open()) {
      entries.append(new Entry("a", "first"));
      entries.append(new Entry("a", "second"));
      assertThat(entries.find("a")).contains(new Entry("a", "first"));
    }
    try (RecordFile<Entry> entries = open()) {
      assertThat(entries.size()).isEqualTo(1);
    }
  }

  @Test
  void givenManyThreads_whenAppended_noLineIsMixed() {
    try (RecordFile<Entry> entries = open()) {
      new Crew(16, () -> false)
          .each(
              IntStream.range(0, 500).boxed().toList(),
              i -> entries.append(new Entry("n" + i, "w".repeat(i))));
    }
    try (RecordFile<Entry> entries = open()) {
      assertThat(entries.size()).isEqualTo(500);
      assertThat(entries.find("n321")).contains(new Entry("n321", "w".repeat(321)));
    }
  }

  @Test
  void whenDropped_othersStay() {
    try (RecordFile<Entry> entries = open()) {
      entries.append(new Entry("a", "bad"));
      entries.append(new Entry("b", "good"));
      assertThat(entries.drop(entry -> entry.words().equals("bad"))).isEqualTo(1);
      assertThat(entries.has("a")).isFalse();
      assertThat(entries.has("b")).isTrue();
    }
  }
}
