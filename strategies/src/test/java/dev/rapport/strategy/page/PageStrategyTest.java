package dev.rapport.strategy.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rapport.guard.GuardConfig;
import dev.rapport.guard.GuardFinding;
import dev.rapport.memory.PageWriter;
import dev.rapport.memory.Query;
import dev.rapport.memory.RecallBudget;
import dev.rapport.memory.Written;
import dev.rapport.model.ModelException;
import dev.rapport.page.Line;
import dev.rapport.page.Page;
import dev.rapport.strategy.ScriptedCalls;
import dev.rapport.strategy.Talk;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PageStrategyTest {
  private static final String[] KNOWN = {
    "Walks to work along the canal",
    "Reads crime novels in bed",
    "Takes no sugar",
    "Cooks on Sundays",
    "Keeps a blue bicycle",
    "Hates lifts"
  };

  private final Page page = Pages.page(KNOWN);

  private Written<Page> write(PageWriter writer, ScriptedCalls calls) {
    return Pages.strategy(writer)
        .write(Talk.chunk("I sold the bicycle and walk now.", "Fine."), page, Talk.context(calls));
  }

  static Stream<PageWriter> writers() {
    return Stream.of(
        PatchWriter.with(WriterConfig.DEFAULT), RewriteWriter.with(WriterConfig.DEFAULT));
  }

  static List<String> unusable() {
    return List.of(
        "",
        "   \n\n",
        "<think>the user sold a bicycle",
        "I am sorry, I cannot help with that.",
        "Je ne sais pas.",
        "{\"edits\": []}",
        "```\n```",
        "| | | <- <- t1");
  }

  static Stream<Object[]> writersAndUnusable() {
    return writers()
        .flatMap(writer -> unusable().stream().map(reply -> new Object[] {writer, reply}));
  }

  @ParameterizedTest
  @MethodSource("writersAndUnusable")
  void givenTwoBadReplies_thePageStaysAndTwoCallsWereMade(PageWriter writer, String reply) {
    ScriptedCalls calls = ScriptedCalls.replying(reply, reply);

    Written<Page> written = write(writer, calls);

    assertThat(written.state()).isEqualTo(page);
    assertThat(written.changed()).isFalse();
    assertThat(written.findings()).isNotEmpty();
    assertThat(calls.count()).isEqualTo(2);
    assertThat(calls.steps()).containsExactly("write a1.0", "repair a1.0");
  }

  @Test
  void givenAGoodReply_oneCallIsMade() {
    ScriptedCalls calls = ScriptedCalls.replying("~ l5 | Sold the blue bicycle and walks <- t1");

    Written<Page> written = write(PatchWriter.with(WriterConfig.DEFAULT), calls);

    assertThat(calls.count()).isEqualTo(1);
    assertThat(written.changed()).isTrue();
    assertThat(written.state().line(new dev.rapport.page.LineId("l5")).orElseThrow().text())
        .isEqualTo("Sold the blue bicycle and walks");
  }

  @Test
  void givenAReplyThatDropsTooMuch_itIsRepairedOnceAndTheComplaintIsTold() {
    ScriptedCalls calls =
        ScriptedCalls.replying(
            "## Notes\n- Walks everywhere",
            "## Notes\n- " + String.join("\n- ", KNOWN).replace("Keeps a", "Sold the"));

    Written<Page> written = write(RewriteWriter.with(WriterConfig.DEFAULT), calls);

    assertThat(calls.count()).isEqualTo(2);
    assertThat(calls.prompt(1)).contains("could not be used").contains("Answer again");
    assertThat(written.state().lines()).hasSize(KNOWN.length);
    assertThat(written.state().lines()).extracting(Line::text).contains("Sold the blue bicycle");
  }

  @Test
  void givenAReplyThatDropsTooMuchTwice_thePageStays() {
    ScriptedCalls calls =
        ScriptedCalls.replying("## Notes\n- Walks everywhere", "## Notes\n- Walks all the time");

    Written<Page> written = write(RewriteWriter.with(WriterConfig.DEFAULT), calls);

    assertThat(written.state()).isEqualTo(page);
    assertThat(written.findings()).extracting(GuardFinding::rule).contains(GuardFinding.Rule.LOSS);
  }

  @Test
  void givenAnOverfullFirstReplyAndABadRepair_theFirstIsCutToTheCap() {
    StringBuilder many = new StringBuilder();
    for (int i = 0; i < 60; i++) {
      many.append("+ Notes | Likes walk number ").append(i).append(" by the water <- t1\n");
    }
    ScriptedCalls calls = ScriptedCalls.replying(many.toString(), "");
    GuardConfig small = new GuardConfig(160, 0.34, 4, 96);

    Written<Page> written =
        Pages.strategy(PatchWriter.with(WriterConfig.DEFAULT), small)
            .write(Talk.chunk("I walk a lot."), Pages.page("Takes no sugar"), Talk.context(calls));

    assertThat(calls.count()).isEqualTo(2);
    assertThat(written.changed()).isTrue();
    assertThat(Pages.COUNTER.count(dev.rapport.page.PageMarkdown.render(written.state())))
        .isLessThanOrEqualTo(160);
  }

  @ParameterizedTest
  @MethodSource("writers")
  void givenAModelThatFails_theFailurePasses(PageWriter writer) {
    ScriptedCalls calls = ScriptedCalls.replying().thenFailing(ModelException.Kind.REJECTED);

    assertThatThrownBy(() -> write(writer, calls))
        .isInstanceOfSatisfying(
            ModelException.class,
            e -> assertThat(e.kind()).isEqualTo(ModelException.Kind.REJECTED));
  }

  @ParameterizedTest
  @MethodSource("writers")
  void givenAnEndlessReply_workIsBounded(PageWriter writer) {
    String endless = "+ Notes | Likes the sea <- t1\n- Likes the sea\n".repeat(220_000);
    ScriptedCalls calls = ScriptedCalls.replying(endless, endless);

    Written<Page> written = write(writer, calls);

    assertThat(written.state().lines().size()).isLessThanOrEqualTo(KNOWN.length + 1);
    assertThat(written.state().lines()).extracting(Line::text).contains(KNOWN);
  }

  @ParameterizedTest
  @MethodSource("writers")
  void givenOnlyTheAssistantSpoke_noCallIsMade(PageWriter writer) {
    ScriptedCalls calls = ScriptedCalls.replying();
    dev.rapport.chunk.Chunk both = Talk.chunk("hello", "You love tulips, I think.");
    dev.rapport.chunk.Chunk assistantOnly =
        new dev.rapport.chunk.Chunk(0, both.turns().subList(1, 2), 10);

    Written<Page> written = Pages.strategy(writer).write(assistantOnly, page, Talk.context(calls));

    assertThat(written.changed()).isFalse();
    assertThat(calls.count()).isZero();
  }

  @Test
  void givenPrivateDataInAReply_itIsNotWritten() {
    ScriptedCalls calls =
        ScriptedCalls.replying(
            "+ Notes | Pays with card 4111 1111 1111 1111 <- t1\n+ Notes | Walks now <- t1");

    Written<Page> written = write(PatchWriter.with(WriterConfig.DEFAULT), calls);

    assertThat(written.state().lines()).extracting(Line::text).contains("Walks now");
    assertThat(written.state().toString()).doesNotContain("4111");
  }

  @Test
  void givenATightBudget_linesThatMatterForTheQueryComeFirst() {
    PageStrategy strategy = Pages.strategy(PatchWriter.with(WriterConfig.DEFAULT));

    var recall = strategy.recall(new Query("a good crime novel?"), page, new RecallBudget(20));

    assertThat(recall.lines()).extracting(Line::text).contains("Reads crime novels in bed");
    assertThat(recall.tokens()).isLessThanOrEqualTo(20);
  }
}
