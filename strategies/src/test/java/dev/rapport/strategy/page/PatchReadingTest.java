package dev.rapport.strategy.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.conversation.TurnId;
import dev.rapport.memory.Draft;
import dev.rapport.page.Basis;
import dev.rapport.page.Kind;
import dev.rapport.page.LineDraft;
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

class PatchReadingTest {
  private final Page page = Pages.page("Drinks tea", "Takes no sugar");
  private final ChunkTurns turns =
      ChunkTurns.of(
          Talk.chunk(
              "It rained. I like figs a lot. Bye.",
              "You seem to like dates.",
              "Forget the sugar."));

  private Draft read(String reply) {
    return new PatchReading(page, turns).read(new ModelPageWriter.Answer(reply, false));
  }

  private List<PageEdit> edits(String reply) {
    return ((Draft.Edits) read(reply)).edits();
  }

  private LineDraft onlyLine(String reply) {
    return ((PageEdit.Add) edits(reply).getFirst()).line();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "+ Food | Likes figs <- t1",
        "  + Food | Likes figs <- t1\r",
        "- + Food | Likes figs <- t1",
        "1. + Food | Likes figs <- t1",
        "* Food | Likes figs <- t1",
        "• Food | Likes figs ← t1",
        "- Food | Likes figs <- t1",
        "**+ Food | Likes figs <- t1**",
        "+ **Food** | Likes figs <- [t1]",
        "`+ Food | Likes figs <- t1`",
        "+ Food | Likes figs (t1)",
        "+ Food | Likes figs [t1].",
        "+ Food | Likes figs <-- T1",
        "ADD: Food | Likes figs <- t1",
        "＋ Food ｜ Likes figs <- t1",
        "```\n+ Food | Likes figs <- t1\n```",
        "Here are the changes:\n\n+ Food | Likes figs <- t1\n\nI hope this helps!",
        "<think>+ Food | Likes dates <- t1</think>\n+ Food | Likes figs <- t1"
      })
  void givenAnyDecoration_theLineIsRead(String reply) {
    LineDraft line = onlyLine(dev.rapport.prompt.Unthought.of(reply));

    assertThat(line.section()).isEqualTo("Food");
    assertThat(line.text()).isEqualTo("Likes figs");
    assertThat(line.sources()).hasSize(1);
    assertThat(line.sources().getFirst().turn()).isEqualTo(new TurnId("a1"));
    assertThat(line.sources().getFirst().quote()).isEqualTo("I like figs a lot.");
    assertThat(line.since()).isEqualTo(Talk.MONDAY);
  }

  @Test
  void givenMarks_theyAreTaken() {
    LineDraft line =
        onlyLine("+ Food | Avoids nuts | other: Kate | health | constraint | stated <- t1");

    assertThat(line.owner()).isEqualTo(Owner.other("Kate"));
    assertThat(line.sensitivity()).isEqualTo(Sensitivity.HEALTH);
    assertThat(line.kind()).isEqualTo(Kind.CONSTRAINT);
    assertThat(line.basis()).isEqualTo(Basis.STATED);
  }

  @Test
  void givenEveryForm_eachBecomesItsEdit() {
    List<PageEdit> edits =
        edits("~ l1 | Drinks coffee <- t1\n- l2 | no longer\n! l2 | sugar <- t3");

    assertThat(edits.get(0)).isInstanceOf(PageEdit.Replace.class);
    assertThat(edits.get(1)).isEqualTo(new PageEdit.Remove(new LineId("l2"), "no longer"));
    assertThat(edits.get(2)).isEqualTo(new PageEdit.Forget(List.of(new LineId("l2")), "sugar"));
  }

  @Test
  void givenAForgettingByWordsAlone_itIsKept() {
    assertThat(edits("! my old address <- t3"))
        .containsExactly(new PageEdit.Forget(List.of(), "my old address"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "+ Food | Likes dates <- t2", "+ Food | Likes figs <- t9", "+ Food | Likes figs",
            "+ Food <- t1",
        "~ l9 | Drinks coffee <- t1", "- l9 | gone", "! l2 | sugar", "! l2 | sugar <- t2"
      })
  void givenALineThatRestsOnNothing_itIsLeftOutWithWhy(String line) {
    Draft draft = read("+ Food | Likes figs <- t1\n" + line);

    assertThat(((Draft.Edits) draft).edits()).hasSize(1);
    assertThat(((Draft.Edits) draft).problems()).isNotEmpty();
    assertThat(read(line)).isInstanceOf(Draft.Unusable.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"NONE", "none.", "**NONE**", "No changes", "Nothing stands out.\nNONE"})
  void givenNothingToChange_thereAreNoEdits(String reply) {
    assertThat(read(reply)).isEqualTo(new Draft.Edits(List.of(), List.of()));
  }

  @Test
  void givenACutReply_itsLastLineIsLeftOut() {
    Draft draft =
        new PatchReading(page, turns)
            .read(
                new ModelPageWriter.Answer(
                    "+ Food | Likes figs <- t1\n+ Food | Likes <- t1", true));

    assertThat(((Draft.Edits) draft).edits()).hasSize(1);
  }
}
