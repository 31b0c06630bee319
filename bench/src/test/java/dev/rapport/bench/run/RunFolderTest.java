package dev.rapport.bench.run;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RunFolderTest {
  private static final Spent SPENT = new Spent(2, 30, 4, new BigDecimal("0.0000012"), true);
  private static final AnswerRecord ANSWER =
      new AnswerRecord(
          "q1",
          Mode.CHOICE,
          AnswerRecord.Outcome.CHOSEN,
          List.of(2, 0, 1),
          0,
          "Final answer: B\n",
          "",
          0.75,
          List.of("likes \"figs\""),
          5,
          SPENT);

  @TempDir Path folder;

  @Test
  void givenASpec_whenWrittenAndRead_isTheSame() throws IOException {
    RunSpec spec =
        new RunSpec(
            "sample",
            "v1",
            "page",
            Variant.BLIND,
            Mode.BOTH,
            new LinkedHashMap<>(Map.of("cap", "2048")),
            new LinkedHashMap<>(Map.of("write", "none")),
            new LinkedHashMap<>(),
            7,
            2048,
            0);
    Files.writeString(folder.resolve(RunFolder.SPEC), RunJson.pretty(spec));
    assertThat(RunFolder.at(folder).spec()).isEqualTo(spec);
  }

  @Test
  void givenATornLastLine_whenRead_isPassedOver() throws IOException {
    String line = RunJson.line(ANSWER);
    Files.writeString(
        folder.resolve(RunFolder.ANSWERS), line + "\n" + line.substring(0, 20), UTF_8);
    try (Stream<AnswerRecord> answers = RunFolder.at(folder).answers()) {
      assertThat(answers).containsExactly(ANSWER);
    }
  }

  @Test
  void givenAnUnknownField_whenRead_isPassedOver() throws IOException {
    String line = RunJson.line(ANSWER).replace("{\"question\"", "{\"newer\":1,\"question\"");
    Files.writeString(folder.resolve(RunFolder.ANSWERS), line + "\n", UTF_8);
    try (Stream<AnswerRecord> answers = RunFolder.at(folder).answers()) {
      assertThat(answers).containsExactly(ANSWER);
    }
  }

  @Test
  void givenADamagedLine_whenRead_namesFileAndLine() throws IOException {
    Files.writeString(folder.resolve(RunFolder.ANSWERS), RunJson.line(ANSWER) + "\n{oops\n", UTF_8);
    try (Stream<AnswerRecord> answers = RunFolder.at(folder).answers()) {
      assertThatThrownBy(answers::toList)
          .isInstanceOf(RunException.class)
          .hasMessageContainingAll("answers.jsonl", "line 2", "resume");
    }
  }

  @Test
  void givenNoRun_whenSpecIsRead_saysHowToBeginOne() {
    assertThat(RunFolder.at(folder).exists()).isFalse();
    assertThatThrownBy(() -> RunFolder.at(folder).spec()).hasMessageContaining("bench run");
    try (Stream<PageRecord> pages = RunFolder.at(folder).pages()) {
      assertThat(pages).isEmpty();
    }
  }
}
