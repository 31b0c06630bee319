package dev.rapport.strategy.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.conversation.TurnId;
import dev.rapport.memory.Draft;
import dev.rapport.page.LineId;
import dev.rapport.page.Owner;
import dev.rapport.page.Page;
import dev.rapport.page.PageEdit;
import dev.rapport.page.Sensitivity;
import dev.rapport.strategy.Talk;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RewriteReadingTest {
  private final Page page = Pages.page("Drinks black tea in the morning", "Takes no sugar");
  private final ChunkTurns turns =
      ChunkTurns.of(Talk.chunk("I switched to green tea.", "Good.", "Figs are what I buy."));

  private List<PageEdit> edits(String reply) {
    Draft draft = new RewriteReading(page, turns).read(new ModelPageWriter.Answer(reply, false));
    return ((Draft.Edits) draft).edits();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "## Notes\n- Drinks black tea in the morning\n- Takes no sugar",
        "```markdown\n# Page\n## Notes\n* Drinks black tea in the morning\n* Takes no sugar\n```",
        "Here it is:\r\n**Notes**\r\n1. Drinks black tea in the morning\r\n2. Takes no sugar\r\n",
        "## **Notes** ##\n• **Drinks black tea in the morning** ^l1\n• Takes no sugar ^l2"
      })
  void givenThePageAsItWas_thereAreNoEdits(String reply) {
    assertThat(edits(reply)).isEmpty();
  }

  @Test
  void givenARewordedLine_itKeepsItsIdAndNamesItsTurn() {
    List<PageEdit> edits = edits("## Notes\n- Drinks green tea in the morning\n- Takes no sugar\n");

    PageEdit.Replace replace = (PageEdit.Replace) edits.getFirst();
    assertThat(edits).hasSize(1);
    assertThat(replace.id()).isEqualTo(new LineId("l1"));
    assertThat(replace.line().sources().getFirst().turn()).isEqualTo(new TurnId("a1"));
  }

  @Test
  void givenANewLine_itNamesTheNearestTurn() {
    List<PageEdit> edits =
        edits(
            "## Notes\n- Drinks black tea in the morning\n- Takes no sugar\n## Food\n- Buys figs");

    PageEdit.Add add = (PageEdit.Add) edits.getFirst();
    assertThat(add.line().section()).isEqualTo("Food");
    assertThat(add.line().sources().getFirst().turn()).isEqualTo(new TurnId("a3"));
    assertThat(add.line().sources().getFirst().quote()).isEqualTo("Figs are what I buy.");
  }

  @Test
  void givenAMissingLine_itIsRemoved() {
    assertThat(edits("## Notes\n- Takes no sugar"))
        .hasOnlyElementsOfType(PageEdit.Remove.class)
        .hasSize(1);
  }

  @Test
  void givenALineOfSomebodyElse_itsOwnerIsTaken() {
    List<PageEdit> edits =
        edits(
            """
            ## Notes
            - Drinks black tea in the morning
            - Takes no sugar
            ## Other people
            - Kate: avoids figs (health)
            """);

    PageEdit.Add add = (PageEdit.Add) edits.getFirst();
    assertThat(add.line().owner()).isEqualTo(Owner.other("Kate"));
    assertThat(add.line().text()).isEqualTo("avoids figs");
    assertThat(add.line().sensitivity()).isEqualTo(Sensitivity.HEALTH);
  }

  @Test
  void givenAForgetSection_itsLinesAreForgotten() {
    List<PageEdit> edits =
        edits("## Notes\n- Drinks black tea in the morning\n\n## Forget\n- Takes no sugar");

    assertThat(edits)
        .containsExactly(new PageEdit.Forget(List.of(new LineId("l2")), "Takes no sugar"));
  }

  @Test
  void givenACutReply_itIsUnusable() {
    Draft draft =
        new RewriteReading(page, turns).read(new ModelPageWriter.Answer("## Notes\n- Dri", true));

    assertThat(draft).isInstanceOf(Draft.Unusable.class);
  }
}
