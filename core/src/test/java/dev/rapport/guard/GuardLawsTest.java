package dev.rapport.guard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.conversation.TurnId;
import dev.rapport.forget.Tombstone;
import dev.rapport.forget.Tombstones;
import dev.rapport.guard.Guarded.Outcome;
import dev.rapport.page.Author;
import dev.rapport.page.Line;
import dev.rapport.page.LineDraft;
import dev.rapport.page.LineId;
import dev.rapport.page.Page;
import dev.rapport.page.PageEdit;
import dev.rapport.page.PageEditing;
import dev.rapport.page.PageMarkdown;
import dev.rapport.page.RandomPage;
import dev.rapport.person.PersonKey;
import dev.rapport.privacy.PrivacyGate;
import dev.rapport.privacy.PrivacyGates;
import dev.rapport.text.HostileText;
import dev.rapport.text.WordCounter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for any page and any edits. */
class GuardLawsTest {
  private static final PersonKey KEY = PersonKey.of(new byte[PersonKey.BYTES]);
  private static final Tombstone CHESS =
      Tombstones.bury(KEY, "f1", Instant.EPOCH, "chess", List.of(new TurnId("t3")));
  private static final List<String> PRIVATE =
      List.of("Mail ana@example.org", "IBAN DE89 3704 0044 0532 0130 00", "Pays with [CARD_1]");

  private final PrivacyGate gate = PrivacyGates.standard();
  private final GuardConfig config = new GuardConfig(128, 0.34, 4, 16);
  private final Guard guard = Guard.of(config, new WordCounter(), gate);

  static LongStream seeds() {
    return LongStream.range(0, 120);
  }

  private record Case(Page page, List<PageEdit> edits, GuardContext context) {}

  private Case someCase(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    Page page = RandomPage.of(random, random.nextInt(18));
    Author author = random.nextInt(3) == 0 ? Author.USER : Author.MODEL;
    List<PageEdit> edits = new ArrayList<>();
    for (int i = random.nextInt(25); i > 0; i--) {
      edits.add(edit(random, page));
    }
    String said = random.nextBoolean() ? "" : "I care for the garden and it is fine with me";
    return new Case(page, edits, new GuardContext(author, KEY, List.of(CHESS), said));
  }

  private static PageEdit edit(SplittableRandom random, Page page) {
    LineId id =
        page.isEmpty() || random.nextInt(6) == 0
            ? LineId.of(random.nextInt(1, 60))
            : page.lines().get(random.nextInt(page.lines().size())).id();
    return switch (random.nextInt(9)) {
      case 0, 1, 2, 3 -> new PageEdit.Add(hostileDraft(random));
      case 4, 5 -> new PageEdit.Replace(id, hostileDraft(random));
      case 6 -> new PageEdit.Remove(id, HostileText.of(random));
      case 7 -> new PageEdit.Forget(random.nextBoolean() ? List.of(id, id) : List.of(), "walnut");
      default -> random.nextBoolean() ? new PageEdit.Pin(id) : new PageEdit.Unpin(id);
    };
  }

  private static LineDraft hostileDraft(SplittableRandom random) {
    String text =
        switch (random.nextInt(5)) {
          case 0 -> HostileText.of(random);
          case 1 -> PRIVATE.get(random.nextInt(PRIVATE.size()));
          case 2 -> HostileText.of(random).repeat(random.nextInt(1, 40));
          default -> RandomPage.sentence(random);
        };
    String section = random.nextInt(4) == 0 ? HostileText.of(random) : "Home";
    return RandomPage.draft(random, section, text);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void whenAccepted_thePageKeepsTheCapOrBecomesNoLarger(long seed) {
    Case given = someCase(seed);

    Guarded guarded = guard.check(given.page(), given.edits(), given.context(), true);

    assertThat(guarded.outcome()).isNotEqualTo(Outcome.NEEDS_REPAIR);
    assertThat(guard.tokens(guarded.page()))
        .isLessThanOrEqualTo(Math.max(config.capTokens(), guard.tokens(given.page())));
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void whenNotAccepted_thePageIsUntouched(long seed) {
    Case given = someCase(seed);

    for (boolean last : List.of(true, false)) {
      Guarded guarded = guard.check(given.page(), given.edits(), given.context(), last);
      if (guarded.outcome() != Outcome.ACCEPTED) {
        assertThat(guarded.page()).isSameAs(given.page());
        assertThat(guarded.applied()).isEmpty();
        assertThat(guarded.findings()).isNotEmpty();
      }
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void whateverAModelAsks_protectedLinesStay(long seed) {
    Case given = someCase(seed);
    if (given.context().author() == Author.USER) {
      return;
    }

    Page page = guard.check(given.page(), given.edits(), given.context(), true).page();

    assertThat(page.lines())
        .containsAll(given.page().lines().stream().filter(Line::isProtected).toList());
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void whateverAModelAsks_newLinesArePlainAndNeitherPrivateNorForgotten(long seed) {
    Case given = someCase(seed);
    if (given.context().author() == Author.USER) {
      return;
    }

    Page page = guard.check(given.page(), given.edits(), given.context(), true).page();

    assertThat(page.lines())
        .filteredOn(line -> !given.page().lines().contains(line))
        .filteredOn(line -> !saysTheSame(given.page(), line))
        .allSatisfy(
            line -> {
              assertThat(gate.find(line.text())).isEmpty();
              assertThat(line.text()).doesNotContain("<|", "[INST]", "<think", "<!--", "[CARD_1]");
              assertThat(line.text()).doesNotContainPattern("[\\p{Cntrl}\\u202E\\u200B]");
              assertThat(Tombstones.matches(KEY, List.of(CHESS), line.text(), List.of())).isFalse();
              assertThat(line.author()).isEqualTo(Author.MODEL);
              assertThat(line.pinned()).isFalse();
            });
  }

  private static boolean saysTheSame(Page page, Line line) {
    return page.line(line.id()).filter(old -> old.text().equals(line.text())).isPresent();
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void whenAccepted_thePageIsTheBaseWithTheAppliedEdits(long seed) {
    Case given = someCase(seed);

    Guarded guarded = guard.check(given.page(), given.edits(), given.context(), true);

    assertThat(PageEditing.apply(given.page(), guarded.applied(), given.context().author()))
        .isEqualTo(guarded.page());
    assertThat(PageMarkdown.parse(PageMarkdown.render(guarded.page()), guarded.page())).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void whatTheGuardLetThrough_itLetsThroughAgain(long seed) {
    Case given = someCase(seed);
    Guarded once = guard.check(given.page(), given.edits(), given.context(), true);

    Guarded again = guard.check(given.page(), once.applied(), given.context(), true);

    if (once.outcome() == Outcome.ACCEPTED && lossWasFine(once)) {
      assertThat(again.page()).isEqualTo(once.page());
    }
  }

  /** Lines dropped for the cap are not counted as lost, until they are asked for. */
  private static boolean lossWasFine(Guarded guarded) {
    return guarded.findings().stream()
        .noneMatch(
            found ->
                found.rule() == GuardFinding.Rule.LOSS || found.rule() == GuardFinding.Rule.CAP);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void givenTheSame_answersTheSame(long seed) {
    Case given = someCase(seed);
    Case same = someCase(seed);

    assertThat(guard.check(given.page(), given.edits(), given.context(), true))
        .isEqualTo(guard.check(same.page(), same.edits(), same.context(), true));
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void whatDoesNotTakeEffect_hasAFinding(long seed) {
    Case given = someCase(seed);

    Guarded guarded = guard.check(given.page(), given.edits(), given.context(), true);

    if (guarded.findings().isEmpty()) {
      assertThat(guarded.applied()).hasSameSizeAs(given.edits());
    }
    for (int i = 0; i < given.edits().size(); i++) {
      Guarded alone =
          guard.check(given.page(), given.edits().subList(i, i + 1), given.context(), true);
      assertThat(alone.applied().size() + alone.findings().size()).isPositive();
    }
  }
}
