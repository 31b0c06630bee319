package dev.rapport.store;

import static dev.rapport.store.Samples.ANN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rapport.conversation.TurnId;
import dev.rapport.page.Author;
import dev.rapport.page.Basis;
import dev.rapport.page.Kind;
import dev.rapport.page.Line;
import dev.rapport.page.LineDraft;
import dev.rapport.page.LineId;
import dev.rapport.page.Owner;
import dev.rapport.page.Page;
import dev.rapport.page.Sensitivity;
import dev.rapport.page.Source;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class PageJsonTest {
  private static final Line LINE =
      new Line(
          LineId.of(7),
          "Food",
          "Their daughter is \"allergic\" to nuts",
          Owner.other("daughter"),
          Basis.STATED,
          Kind.CONSTRAINT,
          Sensitivity.HEALTH,
          Instant.parse("2026-01-05T10:00:00Z"),
          List.of(new Source(new TurnId("t81ab"), "she can’t eat nuts")),
          Author.MODEL,
          true);

  @Test
  void aPageForMachinesHasThisShape() {
    Page page = new Page(ANN, List.of(LINE, Samples.line(8, "likes tea")), "o200k", 3, 9);

    assertThat(PageJson.write(page, 41, 2048))
        .isEqualToNormalizingNewlines(
            """
            {
              "user" : "ann",
              "revision" : 3,
              "tokenizer" : "o200k",
              "tokens" : 41,
              "cap" : 2048,
              "lines" : [ {
                "id" : "l7",
                "section" : "Food",
                "text" : "Their daughter is \\"allergic\\" to nuts",
                "owner" : "daughter",
                "basis" : "STATED",
                "kind" : "CONSTRAINT",
                "sensitivity" : "HEALTH",
                "since" : "2026-01-05T10:00:00Z",
                "author" : "MODEL",
                "pinned" : true,
                "sources" : [ {
                  "turn" : "t81ab",
                  "quote" : "she can’t eat nuts"
                } ]
              }, {
                "id" : "l8",
                "section" : "Food",
                "text" : "likes tea",
                "owner" : "self",
                "basis" : "INFERRED",
                "kind" : "PREFERENCE",
                "sensitivity" : "ORDINARY",
                "since" : null,
                "author" : "MODEL",
                "pinned" : false,
                "sources" : [ {
                  "turn" : "t8",
                  "quote" : "quote of likes tea"
                } ]
              } ]
            }
            """);
  }

  @ParameterizedTest
  @ValueSource(strings = {"daughter", "self", "other:self", "other:", "Kate"})
  void anyOwnerComesBack(String who) {
    Line line =
        Line.of(
            LINE.id(),
            new LineDraft(
                LINE.section(),
                LINE.text(),
                Owner.other(who),
                LINE.basis(),
                LINE.kind(),
                LINE.sensitivity(),
                LINE.since(),
                LINE.sources()),
            LINE.author(),
            LINE.pinned());

    assertThat(LineJson.read(LineJson.write(line))).isEqualTo(line);
  }

  @Test
  void givenAStrangeFieldBeside_itIsPassedOver() {
    assertThat(LineJson.read(LineJson.write(LINE).put("mood", "sunny"))).isEqualTo(LINE);
  }

  @Test
  void givenABadValue_saysWhichAndWhatIsTaken() {
    assertThatThrownBy(() -> LineJson.read(LineJson.write(LINE).put("kind", "WISH")))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("WISH")
        .hasMessageContaining("HABIT");
    assertThatThrownBy(() -> LineJson.read(LineJson.write(LINE).put("text", 5)))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("\"text\"");
  }

  @Test
  void givenBrokenJson_noWordOfItIsInTheError() {
    assertThatThrownBy(() -> Json.parse("{\"text\": \"secret\" oops", "The page of ann"))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("The page of ann")
        .hasMessageNotContainingAny("secret", "oops");
  }
}
