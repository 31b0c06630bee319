package dev.rapport.guard;

import static dev.rapport.guard.Guarded.Outcome.ACCEPTED;
import static dev.rapport.guard.Guarded.Outcome.NEEDS_REPAIR;
import static dev.rapport.guard.Guarded.Outcome.REFUSED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rapport.conversation.TurnId;
import dev.rapport.forget.Tombstone;
import dev.rapport.forget.Tombstones;
import dev.rapport.guard.GuardFinding.Rule;
import dev.rapport.page.Author;
import dev.rapport.page.Basis;
import dev.rapport.page.Kind;
import dev.rapport.page.Line;
import dev.rapport.page.LineDraft;
import dev.rapport.page.LineId;
import dev.rapport.page.Owner;
import dev.rapport.page.Page;
import dev.rapport.page.PageEdit;
import dev.rapport.page.PageEditing;
import dev.rapport.page.Sensitivity;
import dev.rapport.page.Source;
import dev.rapport.person.PersonKey;
import dev.rapport.person.UserId;
import dev.rapport.privacy.PrivacyGates;
import dev.rapport.privacy.PrivacyPolicy;
import dev.rapport.text.WordCounter;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GuardTest {
  private static final PersonKey KEY = PersonKey.of(new byte[PersonKey.BYTES]);
  private static final GuardContext MODEL = context(Author.MODEL, List.of(), "");
  private static final GuardContext PERSON = context(Author.USER, List.of(), "");
  private static final List<String> LINES =
      List.of(
          "Prefers letters to messages",
          "Drinks coffee without sugar",
          "Walks along the river",
          "Grows tomatoes on the balcony",
          "Reads novels on trains",
          "Repairs radios in the shed");

  private final Guard guard =
      Guard.of(new GuardConfig(128, 0.34, 4, 16), new WordCounter(), PrivacyGates.standard());
  private final Page page = page(LINES);

  @Test
  void givenANewLine_addsIt() {
    Guarded guarded = model(add("Plays chess by post"));

    assertThat(guarded.outcome()).isEqualTo(ACCEPTED);
    assertThat(guarded.findings()).isEmpty();
    assertThat(guarded.page().lines()).hasSize(7);
    assertThat(guarded.page().lines().getLast().text()).isEqualTo("Plays chess by post");
    assertThat(guarded.page().lines().getLast().author()).isEqualTo(Author.MODEL);
  }

  @Test
  void givenNoEdits_thePageIsTheSame() {
    assertThat(model().page()).isSameAs(page);
  }

  @Test
  void givenAPageOfAnotherTokenizer_saysSo() {
    Page other = Page.empty(new UserId("ana"), "o200k");

    assertThatThrownBy(() -> guard.check(other, List.of(), MODEL, true))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("o200k")
        .hasMessageContaining(WordCounter.NAME);
  }

  @Test
  void givenMarkupInAModelsLine_keepsThePlainWords() {
    Guarded guarded =
        model(add("## <b>Plays</b> chess\n<|im_end|> by [post](http://x.example) ^l3"));

    assertThat(guarded.page().lines().getLast().text()).isEqualTo("Plays chess ‹|im_end|> by post");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "  ", "---", "\u200B", "<b></b>", "<!-- x -->"})
  void givenALineThatSaysNothing_leavesItOut(String text) {
    assertRefused(model(add(text)), Rule.FORM, "edit 1");
  }

  @Test
  void givenAModelsLineThatIsTooLong_leavesItOut() {
    assertRefused(model(add("word ".repeat(17))), Rule.FORM, "edit 1");
    assertRefused(model(add("x".repeat(5_000))), Rule.FORM, "edit 1");
    assertThat(person(add("word ".repeat(17))).page().lines()).hasSize(7);
    assertRefused(person(add("x".repeat(5_000))), Rule.FORM, "edit 1");
  }

  @Test
  void givenTheSameWordsAgain_sourcesAreMerged() {
    LineDraft again = draft("  drinks COFFEE, without sugar!", "t9");

    Guarded guarded =
        model(
            new PageEdit.Add(again),
            new PageEdit.Add(draft("Plays chess", "t1")),
            new PageEdit.Add(draft("plays chess.", "t2")));

    assertThat(guarded.page().lines()).hasSize(7);
    assertThat(turns(guarded.page().lines().get(1))).containsExactly("t0", "t9");
    assertThat(turns(guarded.page().lines().getLast())).containsExactly("t1", "t2");
    assertThat(guarded.findings()).map(GuardFinding::where).containsExactly("edit 1", "edit 3");
  }

  @Test
  void givenTheSameWordsOfSomebodyElse_itIsAnotherLine() {
    LineDraft kates = draft("Drinks coffee without sugar", "t9").withOwner(Owner.other("Kate"));

    assertThat(model(new PageEdit.Add(kates)).page().lines()).hasSize(7);
  }

  @Test
  void givenOldWordsAddedAfterTheyWereReplaced_theReplacementStands() {
    LineId id = page.lines().get(1).id();

    Guarded guarded =
        model(
            new PageEdit.Replace(id, draft("Drinks coffee with honey", "t2")),
            new PageEdit.Add(draft("Drinks coffee without sugar", "t3")));

    assertThat(guarded.page().line(id).orElseThrow().text()).isEqualTo("Drinks coffee with honey");
  }

  @Test
  void givenUnknownLines_namesThem() {
    assertRefused(model(new PageEdit.Remove(LineId.of(99), "gone")), Rule.UNKNOWN_LINE, "l99");
    assertRefused(
        model(new PageEdit.Replace(LineId.of(99), draft("Plays chess", "t1"))),
        Rule.UNKNOWN_LINE,
        "l99");
    LineId first = page.lines().getFirst().id();
    assertThat(model(new PageEdit.Remove(first, ""), new PageEdit.Remove(first, "")).findings())
        .map(GuardFinding::rule)
        .containsExactly(Rule.UNKNOWN_LINE);
  }

  @Test
  void givenAProtectedLine_aModelCannotTouchIt() {
    Page mine =
        PageEditing.apply(page, List.of(new PageEdit.Pin(page.lines().get(2).id())), Author.USER);
    LineId id = page.lines().get(2).id();
    List<PageEdit> edits =
        List.of(
            new PageEdit.Remove(id, ""),
            new PageEdit.Replace(id, draft("Swims", "t1")),
            new PageEdit.Forget(List.of(id), ""),
            new PageEdit.Unpin(id),
            new PageEdit.Pin(id));

    Guarded guarded = guard.check(mine, edits, MODEL, true);

    assertThat(guarded.page()).isSameAs(mine);
    assertThat(guarded.applied()).isEmpty();
    assertThat(guarded.findings()).hasSize(5).allMatch(found -> found.rule() == Rule.PROTECTED);
  }

  @Test
  void givenAModelRelaysAWishToForget_itsOwnLinesGoAndAreNotAddedAgain() {
    LineId id = page.lines().get(1).id();

    Guarded guarded =
        model(
            new PageEdit.Forget(List.of(id), "coffee"),
            add("Drinks black coffee, no sugar"),
            add("Plays chess"));

    assertThat(guarded.page().lines())
        .map(Line::text)
        .doesNotContain(LINES.get(1))
        .contains("Plays chess")
        .noneMatch(text -> text.contains("coffee"));
    assertThat(guarded.findings()).singleElement().matches(f -> f.rule() == Rule.FORGOTTEN);
  }

  @Test
  void givenPrivateData_aModelMayNotWriteItAndAPersonIsTold() {
    String line = "Mail is ana.costa@example.org";

    assertRefused(model(add(line)), Rule.PRIVACY, "edit 1");
    assertRefused(model(add("Pays from [IBAN_1]")), Rule.PRIVACY, "edit 1");
    Guarded own = person(add(line));
    assertThat(own.page().lines().getLast().text()).isEqualTo(line);
    assertThat(own.findings()).singleElement().matches(found -> found.rule() == Rule.PRIVACY);
    assertThat(own.findings().getFirst().why()).doesNotContain("ana.costa");
  }

  @Test
  void givenPrivateDataInAQuote_itIsMasked() {
    LineDraft draft =
        draft("Plays chess by post", "t1")
            .withSources(List.of(new Source(new TurnId("t1"), "write to ana.costa@example.org")));

    assertThat(model(new PageEdit.Add(draft)).page().lines().getLast().sources())
        .singleElement()
        .matches(source -> !source.quote().contains("@"));
  }

  @Test
  void givenAForgottenThing_aModelMayNotLearnItAgainAndAPersonMay() {
    Tombstone jazz = Tombstones.bury(KEY, "f1", Instant.EPOCH, "jazz", List.of());
    List<PageEdit> edits = List.of(add("Listens to jazz"));

    assertRefused(
        guard.check(page, edits, context(Author.MODEL, List.of(jazz), ""), true),
        Rule.FORGOTTEN,
        "edit 1");
    Guarded own = guard.check(page, edits, context(Author.USER, List.of(jazz), ""), true);
    assertThat(own.page().lines()).hasSize(7);
    assertThat(own.findings()).singleElement().matches(found -> found.rule() == Rule.FORGOTTEN);
  }

  @Test
  void givenALineInAForeignLanguage_leavesItOut() {
    GuardContext english =
        context(Author.MODEL, List.of(), "I have been to the river with the dog and it was fine");

    assertRefused(
        guard.check(page, List.of(add("Он очень любит чай")), english, true),
        Rule.LANGUAGE,
        "edit 1");
    Page empty = Page.empty(new UserId("ana"), WordCounter.NAME);
    assertThat(guard.check(empty, List.of(add("他喜欢喝茶")), english, true).page()).isSameAs(empty);
    GuardContext russian = context(Author.MODEL, List.of(), "Я очень люблю чай с молоком");
    assertThat(guard.check(page, List.of(add("Он очень любит чай")), russian, true).page().lines())
        .hasSize(7);
  }

  @Test
  void givenTooMuchLoss_asksForARepairAndThenKeepsThePage() {
    List<PageEdit> edits = removals(3);

    assertThat(guard.check(page, edits, MODEL, false).outcome()).isEqualTo(NEEDS_REPAIR);
    Guarded last = guard.check(page, edits, MODEL, true);
    assertThat(last.outcome()).isEqualTo(REFUSED);
    assertThat(last.page()).isSameAs(page);
    assertThat(last.findings()).singleElement().matches(found -> found.rule() == Rule.LOSS);
    assertThat(guard.check(page, removals(2), MODEL, true).page().lines()).hasSize(4);
    assertThat(guard.check(page, removals(6), PERSON, true).page().lines()).isEmpty();
  }

  @Test
  void givenLinesReplacedBySomethingElse_theyAreLost() {
    List<PageEdit> edits = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      edits.add(new PageEdit.Replace(page.lines().get(i).id(), draft("Banana " + i, "t1")));
    }

    assertThat(guard.check(page, edits, MODEL, true).outcome()).isEqualTo(REFUSED);
  }

  @Test
  void givenLinesMergedIntoAnother_nothingIsLost() {
    List<PageEdit> edits = new ArrayList<>(removals(3));
    edits.add(add("Prefers letters to messages, drinks coffee without sugar, walks by the river"));

    assertThat(guard.check(page, edits, MODEL, true).outcome()).isEqualTo(ACCEPTED);
  }

  @Test
  void givenASmallPage_itMayLoseAll() {
    Page small = page(LINES.subList(0, 4));
    List<PageEdit> edits =
        small.lines().stream().<PageEdit>map(l -> new PageEdit.Remove(l.id(), "")).toList();

    assertThat(guard.check(small, edits, MODEL, true).page().lines()).isEmpty();
  }

  @Test
  void givenTooMuchLossAndAWishToForget_onlyTheWishIsDone() {
    List<PageEdit> edits = new ArrayList<>(removals(4));
    LineId last = page.lines().getLast().id();
    edits.add(new PageEdit.Forget(List.of(last), "radios"));
    GuardContext asked = context(Author.MODEL, List.of(), "Forget that I mend radios, please.");

    Guarded guarded = guard.check(page, edits, asked, true);

    assertThat(guarded.page().lines()).hasSize(5);
    assertThat(guarded.page().line(last)).isEmpty();
    assertThat(guarded.findings()).singleElement().matches(found -> found.rule() == Rule.LOSS);
  }

  @Test
  void givenAReplyOfNothingButForgetting_onlyWhatThePersonSpokeOfGoes() {
    LineId last = page.lines().getLast().id();
    List<PageEdit> edits =
        List.of(new PageEdit.Forget(page.lines().stream().map(Line::id).toList(), "all of it"));
    GuardContext radios = context(Author.MODEL, List.of(), "Forget that I mend radios, please.");
    GuardContext silent = context(Author.MODEL, List.of(), "Write me a poem on the sea.");

    assertThat(guard.check(page, edits, radios, false).outcome()).isEqualTo(NEEDS_REPAIR);
    assertThat(guard.check(page, edits, radios, true).page().lines())
        .hasSize(5)
        .noneMatch(line -> line.id().equals(last));
    Guarded refused = guard.check(page, edits, silent, true);
    assertThat(refused.outcome()).isEqualTo(REFUSED);
    assertThat(refused.page()).isSameAs(page);
  }

  @Test
  void givenAPolicyAgainstHealth_noModelWritesItAndThePersonStillMay() {
    PrivacyPolicy policy = PrivacyPolicy.parse(Map.of("health", "drop"));
    Guard strict =
        Guard.of(new GuardConfig(128, 0.34, 4, 16), new WordCounter(), PrivacyGates.with(policy));
    LineDraft asthma =
        new LineDraft(
            "Health",
            "Carries an inhaler",
            Owner.self(),
            Basis.STATED,
            Kind.CONSTRAINT,
            Sensitivity.HEALTH,
            Instant.EPOCH,
            List.of());
    List<PageEdit> edits = List.of(new PageEdit.Add(asthma));

    assertRefused(strict.check(page, edits, MODEL, true), Rule.PRIVACY, "edit 1");
    assertThat(strict.check(page, edits, PERSON, true).page().lines()).hasSize(7);
  }

  @Test
  void givenAFullPage_theLeastValuableLinesGo() {
    List<PageEdit> edits = new ArrayList<>();
    for (int i = 0; i < 30; i++) {
      edits.add(add("Cares for thing number %d of many others".formatted(i)));
    }
    LineDraft nuts =
        new LineDraft(
            "Food",
            "Allergic to nuts",
            Owner.self(),
            Basis.INFERRED,
            Kind.CONSTRAINT,
            Sensitivity.HEALTH,
            Instant.EPOCH,
            List.of());
    edits.add(new PageEdit.Add(nuts));

    assertThat(guard.check(page, edits, MODEL, false).outcome()).isEqualTo(NEEDS_REPAIR);
    Guarded last = guard.check(page, edits, MODEL, true);

    assertThat(last.outcome()).isEqualTo(ACCEPTED);
    assertThat(guard.tokens(last.page())).isBetween(115, 128);
    assertThat(last.page().lines()).map(Line::text).contains("Allergic to nuts");
    assertThat(last.findings()).allMatch(found -> found.rule() == Rule.CAP);
    assertThat(PageEditing.apply(page, last.applied(), Author.MODEL)).isEqualTo(last.page());
  }

  @Test
  void givenAPersonsLinesAloneFillThePage_theyAreToldHowMuchIsTooMuch() {
    List<PageEdit> edits =
        IntStream.range(0, 30).mapToObj(i -> add("My own line number %d".formatted(i))).toList();

    Guarded guarded = person(edits.toArray(PageEdit[]::new));

    assertThat(guarded.outcome()).isEqualTo(REFUSED);
    assertThat(guarded.page()).isSameAs(page);
    assertThat(guarded.findings().getLast().why()).contains("tokens more than the 128");
  }

  @Test
  void givenACapLoweredSince_thePersonMayStillShrinkThePageAndAModelAddsNothing() {
    List<PageEdit> mine =
        IntStream.range(0, 30).mapToObj(i -> add("My own line number %d".formatted(i))).toList();
    Page large = PageEditing.apply(page, mine, Author.USER);
    LineId own = large.lines().getLast().id();
    LineId models = large.lines().getFirst().id();

    Guarded person = guard.check(large, List.of(new PageEdit.Remove(own, "")), PERSON, true);
    Guarded forgets =
        guard.check(
            large,
            List.of(new PageEdit.Forget(List.of(models), "letters"), add("Plays chess")),
            MODEL,
            true);
    Guarded adds = guard.check(large, List.of(add("Plays chess")), MODEL, true);

    assertThat(person.outcome()).isEqualTo(ACCEPTED);
    assertThat(person.page().line(own)).isEmpty();
    assertThat(forgets.page().line(models)).isEmpty();
    assertThat(forgets.page().lines()).hasSize(large.lines().size() - 1);
    assertThat(adds.outcome()).isEqualTo(REFUSED);
    assertThat(adds.page()).isSameAs(large);
  }

  @Test
  void givenAHundredThousandLinesAndALineOfTenMegabytes_isQuickAndKeepsTheCap() {
    List<PageEdit> edits = new ArrayList<>();
    edits.add(add("<[".repeat(5_000_000)));
    for (int i = 0; i < 100_000; i++) {
      edits.add(add("Cares for thing number " + i));
    }
    edits.add(new PageEdit.Forget(List.of(page.lines().getFirst().id()), "letters"));

    Assertions.assertTimeout(
        Duration.ofSeconds(30),
        () -> {
          Guarded guarded = guard.check(page, edits, MODEL, true);
          assertThat(guard.tokens(guarded.page())).isLessThanOrEqualTo(128);
          assertThat(guarded.page().line(page.lines().getFirst().id())).isEmpty();
          assertThat(guarded.findings()).anyMatch(found -> found.where().equals("edit 401"));
        });
  }

  private void assertRefused(Guarded guarded, Rule rule, String where) {
    assertThat(guarded.outcome()).isEqualTo(ACCEPTED);
    assertThat(guarded.page()).isSameAs(page);
    assertThat(guarded.applied()).isEmpty();
    assertThat(guarded.findings())
        .singleElement()
        .matches(found -> found.rule() == rule && found.where().equals(where));
  }

  private Guarded model(PageEdit... edits) {
    return guard.check(page, List.of(edits), MODEL, true);
  }

  private Guarded person(PageEdit... edits) {
    return guard.check(page, List.of(edits), PERSON, true);
  }

  private List<PageEdit> removals(int count) {
    return page.lines().stream()
        .limit(count)
        .<PageEdit>map(line -> new PageEdit.Remove(line.id(), "no longer so"))
        .toList();
  }

  private static List<String> turns(Line line) {
    return line.sources().stream().map(source -> source.turn().value()).toList();
  }

  private static PageEdit add(String text) {
    return new PageEdit.Add(draft(text, "t1"));
  }

  private static LineDraft draft(String text, String turn) {
    return new LineDraft(
        "Life",
        text,
        Owner.self(),
        Basis.STATED,
        Kind.PREFERENCE,
        Sensitivity.ORDINARY,
        Instant.EPOCH,
        List.of(new Source(new TurnId(turn), "so I said")));
  }

  private static Page page(List<String> texts) {
    List<PageEdit> edits =
        texts.stream().<PageEdit>map(text -> new PageEdit.Add(draft(text, "t0"))).toList();
    return PageEditing.apply(Page.empty(new UserId("ana"), WordCounter.NAME), edits, Author.MODEL);
  }

  private static GuardContext context(Author author, List<Tombstone> tombstones, String said) {
    return new GuardContext(author, KEY, tombstones, said);
  }
}
