package dev.rapport.data.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rapport.data.DatasetException;
import dev.rapport.data.personamem.BenchmarkRow;
import dev.rapport.data.personamem.BenchmarkTable;
import dev.rapport.data.personamem.HistoryFile;
import dev.rapport.data.personamem.HistoryMessage;
import dev.rapport.data.personamem.RawPersona;
import dev.rapport.data.sample.Filler;
import dev.rapport.data.sample.SamplePersonas;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DatasetBuildTest {
  private static final int CONTEXT = 5000;
  private static final List<Filler> FILLERS = SamplePersonas.shipped().fillers();

  @TempDir private static Path built;
  private static BuildReport report;

  @TempDir private Path folder;

  @BeforeAll
  static void buildTheSample() {
    report = build(PersonaFiles.shipped(), built.resolve("d"), CONTEXT, 42);
  }

  @Test
  void givenTheSample_itIsSound() {
    CheckReport checked =
        DatasetCheck.of(built.resolve("d"), new WordCounter(), BuildProgress.SILENT);

    assertThat(checked.findings()).isEmpty();
    assertThat(checked.tables()).isEqualTo(4);
    assertThat(checked.rows()).isEqualTo(32 * 12 + 15 * 7 * 4);
    assertThat(checked.histories()).isEqualTo(32 + 15 * 7 * 3);
  }

  @Test
  void givenTheSample_noHistoryIsAboveItsSize_andAllAreNear() {
    assertThat(report.longestHistory()).isLessThanOrEqualTo(CONTEXT);
    assertThat(report.shortestHistory()).isGreaterThan(CONTEXT - 500);
    assertThat(report.conversationsLeftOut()).isZero();
  }

  @Test
  void givenTheSample_everyColumnOfEveryRowIsFilled() {
    for (String table : List.of("benchmark", "train", "val")) {
      for (BenchmarkRow row : rows(built.resolve("d"), table)) {
        assertThat(
                List.of(
                    row.window32k().link(),
                    row.rawPersonaFile(),
                    row.shortPersona(),
                    row.expandedPersona(),
                    row.userQuery().text(),
                    row.correctAnswer(),
                    row.topicQuery(),
                    row.preference(),
                    row.topicPreference(),
                    row.conversationScenario(),
                    row.who()))
            .doesNotContain("");
        assertThat(row.prefType().isEmpty()).isEqualTo(row.sensitiveInfo());
        assertThat(row.prevPref().isEmpty()).isEqualTo(!row.updated());
        assertThat(row.incorrectAnswers()).hasSize(3);
        assertThat(row.window32k().relevantTokens() + row.window32k().irrelevantTokens())
            .isEqualTo(row.window32k().totalTokens());
        assertThat(row.window128k().isPresent()).isFalse();
        assertThat(row.extra()).isEmpty();
      }
    }
  }

  @Test
  void givenTheSample_questionsOnPrivateDataAreKept() {
    assertThat(rows(built.resolve("d"), "benchmark").stream().filter(BenchmarkRow::sensitiveInfo))
        .hasSize(16)
        .allSatisfy(row -> assertThat(row.preference()).isEqualTo("sensitive_info"));
  }

  @Test
  void givenTheSample_aForgetRequestStandsRightBehindWhatItIsAbout() {
    for (BenchmarkRow row : rows(built.resolve("d"), "benchmark")) {
      if (row.prefType().equals("ask_to_forget")) {
        List<HistoryMessage> history = messages(row);
        int request = at(history, row.relatedConversationSnippet());
        RawPersona raw = RawPersona.read(built.resolve("d").resolve(row.rawPersonaFile()));
        List<HistoryMessage> before =
            raw.elements().stream()
                .filter(element -> element.preference().equals(row.prevPref()))
                .findFirst()
                .orElseThrow()
                .conversation();
        assertThat(history.subList(request - before.size(), request)).isEqualTo(before);
      }
    }
  }

  @Test
  void givenTheSample_updatesComeAfterWhatTheyChange() {
    Map<Integer, List<RawPersona>> personas = new LinkedHashMap<>();
    for (BenchmarkRow row : rows(built.resolve("d"), "benchmark")) {
      if (row.updated()) {
        RawPersona raw =
            personas
                .computeIfAbsent(
                    row.personaId(),
                    any ->
                        List.of(RawPersona.read(built.resolve("d").resolve(row.rawPersonaFile()))))
                .getFirst();
        List<HistoryMessage> history = messages(row);
        raw.elements().stream()
            .filter(element -> element.preference().equals(row.prevPref()))
            .forEach(
                element ->
                    assertThat(at(history, element.conversation()))
                        .isBetween(0, at(history, row.relatedConversationSnippet()) - 1));
      }
    }
  }

  @Test
  void givenTwins_theirHistoriesDifferInOneConversationOnly() {
    Map<String, List<BenchmarkRow>> sets =
        rows(built.resolve("d"), "twins").stream()
            .collect(
                Collectors.groupingBy(
                    row -> row.extra().getOrDefault("twin_set", ""),
                    LinkedHashMap::new,
                    Collectors.toList()));

    assertThat(sets).hasSize(105);
    List<BenchmarkRow> set = sets.values().iterator().next();
    List<HistoryMessage> original = without(set.getFirst());
    for (BenchmarkRow twin : set) {
      assertThat(without(twin)).isEqualTo(original);
      assertThat(twin.extra().getOrDefault("split", "")).isIn("train", "val");
    }
    assertThat(set.stream().map(BenchmarkRow::correctAnswer)).doesNotHaveDuplicates().hasSize(4);
  }

  @Test
  void givenTheSameSeed_theBytesAreTheSame_andOtherwiseNot() throws IOException {
    PersonaFiles personas = PersonaFiles.in(samples("p17", "p03"));
    String first = build(personas, folder.resolve("a"), CONTEXT, 42).digest();

    assertThat(build(personas, folder.resolve("b"), CONTEXT, 42).digest()).isEqualTo(first);
    assertThat(build(personas, folder.resolve("c"), CONTEXT, 43).digest()).isNotEqualTo(first);
  }

  @Test
  void givenALargerSize_theConversationsStandInTheSameOrder() {
    PersonaFiles personas = PersonaFiles.in(built.resolve("d/data/raw_data"));
    build(personas, folder.resolve("small"), CONTEXT, 42);
    build(personas, folder.resolve("big"), 9000, 42);
    BenchmarkRow small = rows(folder.resolve("small"), "benchmark").getFirst();
    BenchmarkRow big = rows(folder.resolve("big"), "benchmark").getFirst();

    assertThat(order(folder.resolve("big"), big)).isEqualTo(order(folder.resolve("small"), small));
  }

  @Test
  void givenItsOwnRawPersonas_theOrderOfFilesChangesNothing() throws IOException {
    Path raw = built.resolve("d/data/raw_data");
    Path backwards = Files.createDirectories(folder.resolve("backwards"));
    try (Stream<Path> files = Files.list(raw)) {
      for (Path file : files.sorted().toList().reversed()) {
        Files.copy(file, backwards.resolve(file.getFileName()));
      }
    }
    BuildReport first = build(PersonaFiles.in(raw), folder.resolve("a"), CONTEXT, 1);
    BuildReport second = build(PersonaFiles.in(backwards), folder.resolve("b"), CONTEXT, 1);

    assertThat(second.digest()).isEqualTo(first.digest());
    assertThat(first.questions().values().stream().mapToInt(n -> n).sum()).isEqualTo(384);
    assertThat(first.personas()).containsEntry("benchmark", 7).containsEntry("val", 3);
    assertThat(folder.resolve("a/benchmark/text/twins.csv")).doesNotExist();
    CheckReport checked =
        DatasetCheck.of(folder.resolve("a"), new WordCounter(), BuildProgress.SILENT);
    assertThat(checked.findings()).isEmpty();
  }

  @Test
  void givenASizeAbove64k_theColumnsOf128kAreFilled() throws IOException {
    Path one = onePersona();
    build(PersonaFiles.in(one), folder.resolve("a"), 70_000, 1);
    BenchmarkRow row = rows(folder.resolve("a"), "benchmark").getFirst();

    assertThat(row.window32k().isPresent()).isFalse();
    assertThat(row.window128k().link()).startsWith("data/chat_history_70k/");
    assertThat(row.window128k().totalTokens()).isBetween(69_900L, 70_000L);
  }

  @Test
  void givenNoRoomForWhatQuestionsNeed_theSizeThatWouldDoIsNamedAndNothingIsWritten() {
    assertThatThrownBy(() -> build(PersonaFiles.shipped(), folder.resolve("a"), 1000, 1))
        .isInstanceOf(DatasetException.class)
        .hasMessageContaining("32 of 32 personas")
        .hasMessageContaining("1,000 tokens")
        .hasMessageContaining("p01");
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void givenRoomForSomeOnly_whatQuestionsNeedStays_andTheRestIsCounted() throws IOException {
    Path one = onePersona();
    Path file = one.resolve("raw_data_250101_000000_persona1.json");
    String text = Files.readString(file);
    int half = text.length() / 2;
    Files.writeString(
        file, text.substring(0, half) + text.substring(half).replace("\"user_query\"", "\"no\""));
    BuildReport tight = build(PersonaFiles.in(one), folder.resolve("a"), 2900, 1);

    assertThat(tight.conversationsLeftOut()).isPositive();
    assertThat(tight.longestHistory()).isLessThanOrEqualTo(2900);
    assertThat(
            DatasetCheck.of(folder.resolve("a"), new WordCounter(), BuildProgress.SILENT)
                .findings())
        .isEmpty();
  }

  @Test
  void givenAFolderInUse_onlyADataSetIsReplaced() throws IOException {
    Path target = Files.createDirectories(folder.resolve("t"));
    Path note = Files.writeString(target.resolve("note.txt"), "mine");
    PersonaFiles personas = PersonaFiles.in(built.resolve("d/data/raw_data"));

    for (boolean replace : new boolean[] {false, true}) {
      assertThatThrownBy(
              () ->
                  DatasetBuild.of(personas, FILLERS, new WordCounter())
                      .run(new BuildSpec(CONTEXT, 1), target, replace, BuildProgress.SILENT))
          .isInstanceOf(DatasetException.class)
          .hasMessageContaining(target.toString());
    }
    Files.delete(note);
    build(personas, target, CONTEXT, 1);
    Files.writeString(note, "mine");
    DatasetBuild.of(personas, FILLERS, new WordCounter())
        .run(new BuildSpec(CONTEXT, 2), target, true, BuildProgress.SILENT);

    assertThat(note).hasContent("mine");
    try (Stream<Path> entries = Files.list(folder)) {
      assertThat(entries).containsExactly(target);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"chat_history", "benchmark.csv", "twins.csv", "cut-off", "twin"})
  void givenAMissingOrBrokenPart_checkingFindsIt(String part) throws IOException {
    Path copy = folder.resolve("copy");
    build(PersonaFiles.in(samples("p01", "p02")), copy, CONTEXT, 42);
    Path history = copy.resolve(rows(copy, "benchmark").getFirst().window32k().link());
    switch (part) {
      case "chat_history" -> Files.delete(history);
      case "cut-off" -> {
        String text = Files.readString(history);
        Files.writeString(history, text.substring(0, text.length() / 2));
      }
      case "twin" -> {
        BenchmarkRow row = rows(copy, "twins").get(1);
        Path twin = copy.resolve(row.window32k().link());
        String text = Files.readString(twin);
        int last = text.lastIndexOf("\"content\": \"") + 12;
        Files.writeString(twin, text.substring(0, last) + "x" + text.substring(last));
      }
      default -> {
        Path table = copy.resolve("benchmark/text").resolve(part);
        Files.writeString(
            table, Files.readString(table).replaceFirst("'content': ", "'content': 'x' "));
      }
    }
    CheckReport checked = DatasetCheck.of(copy, new WordCounter(), BuildProgress.SILENT);

    assertThat(checked.isSound()).isEqualTo(part.equals("benchmark.csv"));
    assertThat(checked.findings().toString().contains("differ in more than one conversation"))
        .isEqualTo(part.equals("twin"));
  }

  @Test
  void givenAPersonaInTwoSplits_checkingFindsIt() throws IOException {
    build(PersonaFiles.in(built.resolve("d/data/raw_data")), folder.resolve("a"), CONTEXT, 42);
    Path text = folder.resolve("a/benchmark/text");
    Files.copy(text.resolve("val.csv"), text.resolve("new.csv"));
    Files.delete(text.resolve("train.csv"));
    Files.move(text.resolve("new.csv"), text.resolve("train.csv"));
    CheckReport checked =
        DatasetCheck.of(folder.resolve("a"), new WordCounter(), BuildProgress.SILENT);

    assertThat(checked.faults()).isEqualTo(36);
    assertThat(checked.findings().getFirst().what()).contains("train.csv, too");
  }

  /** A folder with a few of the sample personas, and their twins. */
  private Path samples(String... ids) throws IOException {
    Path samples = Files.createDirectories(folder.resolve("samples"));
    for (String id : ids) {
      for (String name : List.of(id + ".json", id + ".twins.json")) {
        try (InputStream in = SamplePersonas.class.getResourceAsStream(name)) {
          Files.copy(Objects.requireNonNull(in), samples.resolve(name));
        }
      }
    }
    return samples;
  }

  private Path onePersona() throws IOException {
    Path one = Files.createDirectories(folder.resolve("one"));
    Files.copy(
        built.resolve("d/data/raw_data/raw_data_250101_000000_persona1.json"),
        one.resolve("raw_data_250101_000000_persona1.json"));
    return one;
  }

  private static BuildReport build(PersonaFiles personas, Path target, int tokens, long seed) {
    return DatasetBuild.of(personas, FILLERS, new WordCounter())
        .run(new BuildSpec(tokens, seed), target, false, BuildProgress.SILENT);
  }

  private static List<BenchmarkRow> rows(Path root, String table) {
    try (Stream<BenchmarkRow> rows =
        BenchmarkTable.rows(root.resolve("benchmark/text/" + table + ".csv"))) {
      return rows.toList();
    }
  }

  private static List<HistoryMessage> messages(BenchmarkRow row) {
    return messages(built.resolve("d"), row);
  }

  private static List<HistoryMessage> messages(Path root, BenchmarkRow row) {
    String link = row.window32k().isPresent() ? row.window32k().link() : row.window128k().link();
    try (Stream<HistoryMessage> messages = HistoryFile.linked(root, link).messages()) {
      return messages.toList();
    }
  }

  private static List<HistoryMessage> without(BenchmarkRow row) {
    List<HistoryMessage> messages = new ArrayList<>(messages(row));
    int at = at(messages, row.relatedConversationSnippet());
    messages.subList(at, at + row.relatedConversationSnippet().size()).clear();
    return messages;
  }

  private static int at(List<HistoryMessage> messages, List<HistoryMessage> part) {
    return Collections.indexOfSubList(messages, part);
  }

  /** The messages of a history that are the persona's, in order. */
  private static List<String> order(Path root, BenchmarkRow row) {
    Set<String> own =
        RawPersona.read(root.resolve(row.rawPersonaFile())).elements().stream()
            .flatMap(element -> element.conversation().stream())
            .map(HistoryMessage::text)
            .collect(Collectors.toSet());
    return messages(root, row).stream().map(HistoryMessage::text).filter(own::contains).toList();
  }
}
