package dev.rapport.data.personamem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rapport.conversation.Role;
import dev.rapport.data.DatasetException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class BenchmarkTableTest {
  private static final String SMALL = "persona_id,chat_history_32k_link,user_query,correct_answer";

  @TempDir private Path folder;

  @Test
  void givenAPublishedRow_everyColumnIsRead() throws IOException {
    String header = String.join(",", Column.labels());
    String cells =
        """
        17.0,data/chat_history_32k/h.json,,data/raw_data/r.json,Short,"{
          ""name"": ""A""
        }","{'role': 'user', 'content': ""What's\\nnext?""}",Right,"[""w1"", ""w2, too"", null]",\
        food,Likes it,cooking,translation,neutral_preferences,\
        "[{""role"": ""user"", ""content"": ""hi""}]",self,True,Old,False,31726.0,,120.0,nan,31726.0,0.0,,
        """;
    BenchmarkRow row = only("\uFEFF" + header + "\r\n" + cells);

    assertThat(row)
        .isEqualTo(
            new BenchmarkRow(
                17,
                new Window("data/chat_history_32k/h.json", 31726, 120, 31726, 0),
                Window.NONE,
                "data/raw_data/r.json",
                "Short",
                "{\n  \"name\": \"A\"\n}",
                HistoryMessage.of(Role.USER, "What's\nnext?"),
                "Right",
                List.of("w1", "w2, too"),
                "food",
                "Likes it",
                "cooking",
                "translation",
                "neutral_preferences",
                List.of(HistoryMessage.of(Role.USER, "hi")),
                "self",
                true,
                "Old",
                false,
                new LinkedHashMap<>()));
  }

  @Test
  void givenColumnsInAnotherOrder_andEarlyNames_andStrangers_theRowIsRead() throws IOException {
    BenchmarkRow row =
        only(
            """
            note,correct_answer,incorrect_answers,user_query,chat_history_link,persona_id,updated
            x,R,"['it''s', ""b""]",a plain question,h.json,5,true
            """
                .replace("it''s", "it\\'s"));

    assertThat(row.personaId()).isEqualTo(5);
    assertThat(row.window32k().link()).isEqualTo("h.json");
    assertThat(row.userQuery()).isEqualTo(HistoryMessage.of(Role.USER, "a plain question"));
    assertThat(row.incorrectAnswers()).containsExactly("it's", "b");
    assertThat(row.updated()).isTrue();
    assertThat(row.extra()).containsEntry("note", "x");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          x,h,q,R,[]         | persona_id
          -1,h,q,R,[]        | persona_id
          1.5,h,q,R,[]       | persona_id
          1,h,q,R,[broken    | incorrect_answers
          1,h,q,R,{}         | incorrect_answers
          1,h,q,R,[7]        | incorrect_answers
          1,h,q,R            | 4 cells
          1,h,q,R,[],9       | 6 cells
          """)
  void givenABadCell_fileAndRowAndColumnAreNamed(String line, String named) throws IOException {
    Path file = write(SMALL + ",incorrect_answers\n1,h,q,R,[]\n" + line + "\n");

    assertThatThrownBy(() -> read(file))
        .isInstanceOf(DatasetException.class)
        .hasMessageContaining("t.csv")
        .hasMessageContaining("row 2 (line 3)")
        .hasMessageContaining(named);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          what next?                                           | what next?
          ``                                                   | ``
          nan                                                  | ``
          "{'role': 'user', 'content': None}"                  | ``
          "{'content': 'no role'}"                             | no role
          "{'role': 'user', 'content': ['a', {'text': 'b'}]}"  | a b
          {'a': 1}                                             | {'a': 1}
          {broken                                              | {broken
          "[""a""]"                                            | ["a"]
          42                                                   | 42
          """)
  void givenAnyQueryCell_itsTextIsFound(String cell, String text) throws IOException {
    BenchmarkRow row = only(SMALL + ",incorrect_answers\n1,h," + cell + ",,nan\n");

    assertThat(row.userQuery()).isEqualTo(HistoryMessage.of(Role.USER, text));
    assertThat(row.correctAnswer()).isEmpty();
    assertThat(row.incorrectAnswers()).isEmpty();
  }

  @Test
  void givenRowsOfNothing_theyAreNoRows() throws IOException {
    Path file = write(SMALL + ",incorrect_answers\r\n,,,,\r\n1,h,q,R,[]\r\n,,,,\r\n\r\n");

    assertThat(read(file)).singleElement().extracting(BenchmarkRow::personaId).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({
    "'persona_id,user_query,correct_answer,incorrect_answers', chat_history_32k_link",
    "'persona_id;chat_history_32k_link;user_query', persona_id",
    "'persona_id,persona_id', twice",
    "'', empty"
  })
  void givenABadHeader_itSaysWhichColumn(String header, String named) throws IOException {
    Path file = write(header);

    assertThatThrownBy(() -> read(file))
        .isInstanceOf(DatasetException.class)
        .hasMessageContaining(named);
  }

  @Test
  void givenAMissingQuote_theTableIsNotTakenForShort() throws IOException {
    Path file = write(SMALL + ",incorrect_answers\n1,h,q,R,[]\n2,h,\"q,R,[]\n3,h,q,R,[]\n");

    assertThatThrownBy(() -> read(file))
        .isInstanceOf(DatasetException.class)
        .hasMessageContaining("after row 1")
        .hasMessageContaining("quote");
  }

  @Test
  void givenAnotherEncoding_itIsNamed() throws IOException {
    Path file = folder.resolve("t.csv");
    Files.write(
        file,
        (SMALL + ",incorrect_answers\n1,h,caf\u00e9,R,[]\n").getBytes(StandardCharsets.ISO_8859_1));

    assertThatThrownBy(() -> read(file))
        .isInstanceOf(DatasetException.class)
        .hasMessageContaining("UTF-8");
  }

  @Test
  void givenACellOfTenMegabytes_itIsRead() throws IOException {
    String long1 = "it's \"\"long\"\"\n".repeat(800_000);
    BenchmarkRow row = only(SMALL + ",incorrect_answers\n1,h,q,\"" + long1 + "\",[]\n");

    assertThat(row.correctAnswer()).hasSize(800_000 * 12);
  }

  static LongStream seeds() {
    return LongStream.range(0, 60);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void givenAnyRows_theyReadBackTheSame_andTheBytesAreStable(long seed) throws IOException {
    var random = new SplittableRandom(seed);
    List<String> extra = seed % 2 == 0 ? List.of() : List.of("twin_set", "twin_option");
    List<BenchmarkRow> rows = Stream.generate(() -> Rows.any(random, extra)).limit(5).toList();
    Path first = folder.resolve("first.csv");
    Path second = folder.resolve("second.csv");

    write(first, extra, rows);
    List<BenchmarkRow> read = read(first);
    write(second, extra, read);

    assertThat(read).isEqualTo(rows);
    assertThat(second).hasSameBinaryContentAs(first);
  }

  private static void write(Path file, List<String> extra, List<BenchmarkRow> rows) {
    try (BenchmarkWriter writer = BenchmarkWriter.to(file, extra)) {
      rows.forEach(writer::write);
    }
  }

  private Path write(String table) throws IOException {
    return Files.writeString(folder.resolve("t.csv"), table);
  }

  private BenchmarkRow only(String table) throws IOException {
    List<BenchmarkRow> rows = read(write(table));
    assertThat(rows).hasSize(1);
    return rows.getFirst();
  }

  private static List<BenchmarkRow> read(Path file) {
    try (Stream<BenchmarkRow> rows = BenchmarkTable.rows(file)) {
      return rows.toList();
    }
  }

  /** Rows of words that are hard on tables. */
  private static final class Rows {
    private static final String[] WORDS = {
      "it's",
      "\"so\"",
      "a, b",
      "line\nbreak",
      "\r\n",
      "back\\slash",
      "é",
      "汉",
      "😀",
      " ",
      "{'x': 1}",
      "[",
      "\t",
      "\u200b",
      "plain"
    };

    static BenchmarkRow any(SplittableRandom random, List<String> extraNames) {
      SequencedMap<String, String> extra = new LinkedHashMap<>();
      extraNames.forEach(name -> extra.put(name, words(random)));
      return new BenchmarkRow(
          random.nextInt(1000),
          window(random, "data/chat_history_32k/h.json"),
          random.nextBoolean() ? Window.NONE : window(random, "data/chat_history_128k/h.json"),
          words(random),
          words(random),
          words(random),
          new HistoryMessage(
              Role.USER,
              "q" + words(random),
              random.nextInt(4) == 0 ? List.of("data/a.jpg", "b.jpg") : List.of()),
          "r" + words(random),
          Stream.generate(() -> words(random)).limit(random.nextInt(4)).toList(),
          words(random),
          words(random),
          words(random),
          words(random),
          words(random),
          Stream.generate(() -> HistoryMessage.of(Role.ASSISTANT, words(random)))
              .limit(random.nextInt(3))
              .toList(),
          random.nextBoolean() ? "self" : "others",
          random.nextBoolean(),
          words(random),
          random.nextBoolean(),
          extra);
    }

    private static Window window(SplittableRandom random, String link) {
      return new Window(
          link, random.nextInt(40_000), random.nextInt(40_000), Window.UNKNOWN, random.nextInt(9));
    }

    private static String words(SplittableRandom random) {
      StringBuilder words = new StringBuilder();
      for (int i = random.nextInt(5); i > 0; i--) {
        words.append(WORDS[random.nextInt(WORDS.length)]);
      }
      return words.toString();
    }
  }
}
