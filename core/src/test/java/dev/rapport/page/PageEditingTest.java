package dev.rapport.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PageEditingTest {
  static LongStream seeds() {
    return LongStream.range(0, 50);
  }

  private final Page page = RandomPage.of(new SplittableRandom(1), 8);

  @Test
  void givenNoEdits_thePageIsTheSameObject() {
    assertThat(PageEditing.apply(page, List.of(), Author.USER)).isSameAs(page);
  }

  @Test
  void givenEditsThatChangeNothing_thePageIsTheSameObject() {
    Line line = page.lines().getFirst();
    PageEdit pin = line.pinned() ? new PageEdit.Pin(line.id()) : new PageEdit.Unpin(line.id());

    assertThat(
            PageEditing.apply(
                page, List.of(pin, new PageEdit.Replace(line.id(), line.draft())), Author.MODEL))
        .isSameAs(page);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void givenNewLines_theirNumbersWereNeverUsed(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    Page base = RandomPage.of(random, random.nextInt(9));

    Page once = add(base, random);
    Line added = once.lines().getLast();
    Page without =
        PageEditing.apply(once, List.of(new PageEdit.Remove(added.id(), "")), Author.USER);
    Page again = add(without, random);

    assertThat(added.id().number()).isEqualTo(base.nextLine());
    assertThat(again.lines().getLast().id().number()).isEqualTo(base.nextLine() + 1);
    assertThat(again.revision()).isEqualTo(base.revision() + 3);
    assertThat(without.lines()).isEqualTo(base.lines());
  }

  private static Page add(Page page, SplittableRandom random) {
    return PageEditing.apply(
        page, List.of(new PageEdit.Add(RandomPage.draft(random))), Author.MODEL);
  }

  @Test
  void givenAReplacement_theOrderAndThePinStay() {
    Line old = page.lines().get(2).withPinned(true);
    Page pinned = PageEditing.apply(page, List.of(new PageEdit.Pin(old.id())), Author.USER);

    Page edited =
        PageEditing.apply(
            pinned,
            List.of(new PageEdit.Replace(old.id(), old.draft().withText("Something else"))),
            Author.USER);

    assertThat(edited.lines())
        .map(Line::id)
        .isEqualTo(page.lines().stream().map(Line::id).toList());
    assertThat(edited.lines().get(2).pinned()).isTrue();
    assertThat(edited.lines().get(2).author()).isEqualTo(Author.USER);
    assertThat(edited.lines().get(2).sources()).isEqualTo(old.sources());
  }

  @Test
  void givenAnUnknownLine_namesIt() {
    assertThatThrownBy(
            () ->
                PageEditing.apply(
                    page, List.of(new PageEdit.Remove(LineId.of(999), "")), Author.USER))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("l999");
  }
}
