package dev.rapport.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rapport.conversation.TurnId;
import dev.rapport.person.UserId;
import dev.rapport.text.HostileText;
import dev.rapport.text.WordCounter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class PageMarkdownTest {
  private static final Line TEA = line(3, "Food and drink", "Prefers tea to coffee", Owner.self());
  private static final Line DIET =
      line(4, "Food and drink", "Vegetarian since spring", Owner.self()).withPinned(true);
  private static final Line KATE =
      line(7, "Family", "likes terracotta pots", Owner.other("Kate (daughter-in-law)"));
  private static final Page PAGE =
      Page.empty(new UserId("ana"), WordCounter.NAME).next(List.of(TEA, DIET, KATE), 9);

  private static final String MARKDOWN =
      """
      # What is remembered of ana

      ## Food and drink

      - Prefers tea to coffee ^l3
      - 📌 Vegetarian since spring ^l4

      ## Family

      - Kate (daughter-in-law): likes terracotta pots ^l7
      """;

  static LongStream seeds() {
    return LongStream.range(0, 300);
  }

  @Test
  void givenAPage_rendersItForAPerson() {
    assertThat(PageMarkdown.render(PAGE)).isEqualTo(MARKDOWN);
    assertThat(PageMarkdown.plain(PAGE))
        .isEqualTo(MARKDOWN.replaceAll(" \\^l\\d", "").replace("📌 ", ""));
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void givenAnyPage_whenNothingIsEdited_thereAreNoEdits(long seed) {
    Page page = RandomPage.of(new SplittableRandom(seed), (int) seed % 30);

    String markdown = PageMarkdown.render(page);

    assertThat(PageMarkdown.parse(markdown, page)).isEmpty();
    assertThat(PageMarkdown.parse(markdown.replace("\n", "\r\n"), page)).isEmpty();
    assertThat(PageMarkdown.parse("\uFEFF\n\n" + markdown.replace("\n", "\n\n"), page)).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void givenAnyPage_whenEveryIdIsLost_linesAreKnownByTheirWords(long seed) {
    Page page = RandomPage.of(new SplittableRandom(seed), (int) seed % 15);
    String markdown = PageMarkdown.render(page).replaceAll("(?m) \\^l\\d+$", "");

    assertThat(PageMarkdown.parse(markdown, page))
        .allMatch(edit -> !(edit instanceof PageEdit.Add) || hasOddWords(page));
  }

  /** Without its id, "x ^l3" reads as line l3, and bare signs as markup. */
  private static boolean hasOddWords(Page page) {
    return !page.lines().stream().allMatch(line -> line.text().startsWith("Cares for"));
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void givenAnyEdits_whenAppliedAndRendered_thereAreNoMore(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    Page page = RandomPage.of(random, random.nextInt(20));
    List<String> lines = new ArrayList<>(PageMarkdown.render(page).lines().toList());
    for (int i = random.nextInt(8); i > 0; i--) {
      lines.add(random.nextInt(1, lines.size() + 1), noComment(HostileText.of(random)));
      lines.remove(random.nextInt(1, lines.size()));
    }

    List<PageEdit> edits = PageMarkdown.parse(String.join("\n", lines), page);

    Page edited = PageEditing.apply(page, edits, Author.USER);
    assertThat(PageMarkdown.parse(PageMarkdown.render(edited), edited)).isEmpty();
    assertThat(edited.lines())
        .filteredOn(line -> page.line(line.id()).filter(old -> saysTheSame(old, line)).isEmpty())
        .allMatch(Line::isProtected, "changed and new lines are the person's");
  }

  private static boolean saysTheSame(Line old, Line now) {
    return old.text().equals(now.text()) && old.owner().equals(now.owner());
  }

  private static String noComment(String text) {
    return text.replace("<!--", "<--");
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void givenShuffledLinesUnderTheirHeadings_thereAreNoEdits(long seed) {
    Page page = RandomPage.of(new SplittableRandom(seed), 12);
    StringBuilder markdown = new StringBuilder("# mine\n");
    for (String section : page.sections()) {
      List<String> lines = new ArrayList<>();
      String one = PageMarkdown.render(only(page, section));
      one.lines().filter(line -> line.startsWith("- ")).forEach(lines::add);
      Collections.shuffle(lines, new Random(seed));
      one.lines().filter(line -> line.startsWith("## ")).forEach(h -> markdown.append(h + "\n"));
      lines.forEach(line -> markdown.append(line).append('\n'));
    }

    assertThat(PageMarkdown.parse(markdown.toString(), page)).isEmpty();
  }

  private static Page only(Page page, String section) {
    return page.next(
        page.lines().stream().filter(line -> line.section().equals(section)).toList(),
        page.nextLine());
  }

  @Test
  void whenWordsAreChanged_theLineIsReplacedAndKeepsTheRest() {
    List<PageEdit> edits = edits(text -> text.replace("tea to coffee", "mate to coffee"));

    assertThat(edits)
        .containsExactly(
            new PageEdit.Replace(TEA.id(), TEA.draft().withText("Prefers mate to coffee")));
    Line edited = PageEditing.apply(PAGE, edits, Author.USER).line(TEA.id()).orElseThrow();
    assertThat(edited.author()).isEqualTo(Author.USER);
    assertThat(edited.sources()).isEqualTo(TEA.sources());
  }

  @Test
  void whenSomebodyElsesLineIsChanged_itStaysTheirs() {
    assertThat(edits(text -> text.replace("terracotta", "glazed")))
        .containsExactly(
            new PageEdit.Replace(KATE.id(), KATE.draft().withText("likes glazed pots")));
    assertThat(edits(text -> text.replace("Kate (daughter-in-law)", "Ruth")))
        .containsExactly(
            new PageEdit.Replace(KATE.id(), KATE.draft().withOwner(Owner.other("Ruth"))));
    assertThat(edits(text -> text.replace("Kate (daughter-in-law): likes", "Likes")))
        .containsExactly(
            new PageEdit.Replace(
                KATE.id(), KATE.draft().withText("Likes terracotta pots").withOwner(Owner.self())));
  }

  @Test
  void whenALineGoes_itIsRemoved() {
    assertThat(edits(text -> text.replace("- Prefers tea to coffee ^l3\n", "")))
        .containsExactly(new PageEdit.Remove(TEA.id(), "removed by the person"));
    assertThat(edits(text -> text.replace("Prefers tea to coffee ", "")))
        .containsExactly(new PageEdit.Remove(TEA.id(), "removed by the person"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "- Plays chess",
        "* Plays chess",
        "+ Plays chess",
        "3. Plays chess",
        "Plays chess",
        "  - Plays chess",
        "• Plays chess",
        "- Plays chess <!-- since when? -->",
        "---\n\n- Plays\n  chess"
      })
  void whenALineIsWritten_itIsNew(String written) {
    assertThat(edits(text -> text + written + "\n"))
        .singleElement()
        .isInstanceOfSatisfying(
            PageEdit.Add.class,
            add -> {
              assertThat(add.line().text()).isEqualTo("Plays chess");
              assertThat(add.line().section()).isEqualTo("Family");
              assertThat(add.line().owner().isSelf()).isTrue();
            });
  }

  @Test
  void whenALineIsWrittenOfSomebodyKnown_itIsTheirs() {
    assertThat(edits(text -> text + "- kate (daughter-in-law): plays chess\n- Game: chess\n"))
        .map(edit -> ((PageEdit.Add) edit).line())
        .map(LineDraft::owner, LineDraft::text)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(KATE.owner(), "plays chess"),
            org.assertj.core.groups.Tuple.tuple(Owner.self(), "Game: chess"));
  }

  @Test
  void whenAHeadingIsRenamed_itsLinesMoveAndKeepTheirAuthor() {
    List<PageEdit> edits = edits(text -> text.replace("## Food and drink", "# Kitchen ##"));

    assertThat(edits)
        .containsExactly(
            new PageEdit.Replace(TEA.id(), TEA.draft().withSection("Kitchen")),
            new PageEdit.Replace(DIET.id(), DIET.draft().withSection("Kitchen")));
    assertThat(PageEditing.apply(PAGE, edits, Author.USER).line(TEA.id()).orElseThrow().author())
        .isEqualTo(Author.MODEL);
  }

  @Test
  void whenThePinIsSetOrTaken_theLineIsPinnedOrUnpinned() {
    assertThat(edits(text -> text.replace("📌 ", "").replace("- Prefers", "- 📌\uFE0FPrefers")))
        .containsExactly(new PageEdit.Pin(TEA.id()), new PageEdit.Unpin(DIET.id()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ^l", " ^13", " ^3", " ^l99", " ^l3.", " ^ l3"})
  void whenAnIdIsLostOrMangled_theLineIsKnownByItsWords(String id) {
    assertThat(edits(text -> text.replace(" ^l3", id))).isEmpty();
  }

  @Test
  void whenAnIdIsLostAndWordsChanged_theNearestLineIsMeant() {
    assertThat(
            edits(
                text ->
                    text.replace("likes terracotta pots ^l7", "likes big terracotta flower pots")))
        .containsExactly(
            new PageEdit.Replace(
                KATE.id(), KATE.draft().withText("likes big terracotta flower pots")));
  }

  @Test
  void whenAnIdIsThereTwice_theSecondLineIsNew() {
    assertThat(edits(text -> text.replace("^l3\n", "^l3\n- Plays chess ^l3\n")))
        .singleElement()
        .isInstanceOf(PageEdit.Add.class);
  }

  @Test
  void givenNothingAtAll_whenThePageHasLines_isRefused() {
    assertThatThrownBy(() -> PageMarkdown.parse(" \n", PAGE))
        .isInstanceOf(PageFormatException.class)
        .hasMessageContaining("line 1");
    assertThat(PageMarkdown.parse("", Page.empty(new UserId("bo"), WordCounter.NAME))).isEmpty();
    assertThat(PageMarkdown.parse("# mine\n", PAGE)).hasSize(3);
  }

  @Test
  void givenWhatCannotBeAPage_theMessageNamesTheLine() {
    assertThatThrownBy(() -> PageMarkdown.parse("# a\n\n- b <!-- c\n", PAGE))
        .isInstanceOf(PageFormatException.class)
        .hasMessageContaining("line 3");
    assertThatThrownBy(() -> PageMarkdown.parse("# a\n" + "x".repeat(30_000), PAGE))
        .isInstanceOf(PageFormatException.class)
        .hasMessageContaining("line 2 has 30000");
    assertThatThrownBy(() -> PageMarkdown.parse("- x\n".repeat(3_000), PAGE))
        .isInstanceOf(PageFormatException.class)
        .hasMessageContaining("line 2001");
  }

  private static List<PageEdit> edits(UnaryOperator<String> hand) {
    return PageMarkdown.parse(hand.apply(MARKDOWN), PAGE);
  }

  private static Line line(int number, String section, String text, Owner owner) {
    LineDraft draft =
        new LineDraft(
            section,
            text,
            owner,
            Basis.INFERRED,
            Kind.PREFERENCE,
            Sensitivity.ORDINARY,
            Instant.ofEpochSecond(5),
            List.of(new Source(new TurnId("t1"), "as I said")));
    return Line.of(LineId.of(number), draft, Author.MODEL, false);
  }
}
