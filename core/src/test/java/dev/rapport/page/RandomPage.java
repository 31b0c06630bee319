package dev.rapport.page;

import dev.rapport.conversation.TurnId;
import dev.rapport.person.UserId;
import dev.rapport.text.HostileText;
import dev.rapport.text.WordCounter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/** Pages and drafts for tests, the same for the same seed. */
public final class RandomPage {
  private static final List<String> SECTIONS =
      List.of("Food", "Home", "Work and study", "# Odd ##");
  private static final List<String> WORDS =
      List.of(
          "tea",
          "garden",
          "violin",
          "trains",
          "granite",
          "lanterns",
          "chess",
          "walnut",
          "harbour",
          "spinach",
          "winter",
          "novels",
          "pottery",
          "quiet",
          "mountain",
          "cinnamon",
          "bicycle");

  private RandomPage() {}

  /** A page with lines of ordinary words and of hostile ones. */
  public static Page of(RandomGenerator random, int lines) {
    Page page = Page.empty(new UserId("ana"), WordCounter.NAME);
    List<Line> made = new ArrayList<>();
    int number = 0;
    for (int i = 0; i < lines; i++) {
      number += random.nextInt(1, 4);
      Author author = random.nextInt(4) == 0 ? Author.USER : Author.MODEL;
      made.add(Line.of(LineId.of(number), draft(random), author, random.nextInt(6) == 0));
    }
    return page.next(made, number + 1);
  }

  /** A draft a page can hold: not blank, no line breaks. */
  public static LineDraft draft(RandomGenerator random) {
    String section = random.nextInt(8) == 0 ? oneLine(random) : pick(random, SECTIONS);
    String text = random.nextInt(3) == 0 ? oneLine(random) : sentence(random);
    return draft(random, section, text);
  }

  /** A draft with such a section and text, and the rest at random. */
  public static LineDraft draft(RandomGenerator random, String section, String text) {
    List<Source> sources = new ArrayList<>();
    for (int i = random.nextInt(3); i > 0; i--) {
      sources.add(new Source(new TurnId("t" + random.nextInt(9)), sentence(random)));
    }
    return new LineDraft(
        section,
        text,
        random.nextInt(4) == 0
            ? Owner.other(pick(random, List.of("Kate", "my son")))
            : Owner.self(),
        pick(random, List.of(Basis.values())),
        pick(random, List.of(Kind.values())),
        pick(random, List.of(Sensitivity.values())),
        Instant.ofEpochSecond(random.nextInt(1_000)),
        sources);
  }

  /** Some of few words, so that lines share some. */
  public static String sentence(RandomGenerator random) {
    StringBuilder text = new StringBuilder("Cares for");
    for (int i = random.nextInt(2, 7); i > 0; i--) {
      text.append(' ').append(pick(random, WORDS));
    }
    return text.toString();
  }

  private static String oneLine(RandomGenerator random) {
    String text = HostileText.of(random).replaceAll("[\\r\\n]", " ");
    return text.isBlank() ? "blank" : text;
  }

  private static <T> T pick(RandomGenerator random, List<T> things) {
    return things.get(random.nextInt(things.size()));
  }
}
