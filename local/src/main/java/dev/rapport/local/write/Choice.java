package dev.rapport.local.write;

import dev.rapport.local.language.Words;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a person can have one of at a time, said outright: "I live in Porto", "my favourite colour
 * is green", "I prefer aisle seats". Another one, said later, takes its place.
 *
 * @param of what the choice is among; two choices of one thing exclude each other
 * @param taken what is chosen
 */
record Choice(String of, String taken) {
  private static final int MOST_WORDS = 16;

  private static final List<Frame> FRAMES =
      List.of(
          frame("my (favou?rite (?:\\w+ ){1,4}?)(?:is|are) (.+)", Choice::among),
          frame("i (work as|drive) (?:an? )(.+)", Choice::among),
          frame("i (get up at|wake up at) (.+)", Choice::among),
          frame("i (take my (?:tea|coffee|chai|espresso|eggs|steak)) (.+)", Choice::among),
          frame("i (?:live in|moved to) (.+)", said -> new Choice("live", said.group(1))),
          frame(
              "(?:i am|i'm|im) (?:now )?(?:a )?(vegan|vegetarian|pesc[ae]tarian)",
              said -> new Choice("diet", said.group(1))),
          frame("i prefer (?:an? |the )?(.+) (?:to|over|rather than) (.+)", Choice::before),
          frame("i prefer (?:an? |the )?(.+?)( (?:on|in|at|for|when) .+)?", Choice::kind));

  /** Words a choice is said in, and how it is read from them. */
  private record Frame(Pattern words, Function<MatchResult, Choice> reading) {}

  /** The choice that the text tells; none for nearly every text. */
  static Optional<Choice> in(String text) {
    List<String> words = Words.of(text);
    if (words.size() > MOST_WORDS) {
      return Optional.empty();
    }
    String said = String.join(" ", words);
    for (Frame frame : FRAMES) {
      Matcher matcher = frame.words().matcher(said);
      if (matcher.matches()) {
        return Optional.of(frame.reading().apply(matcher));
      }
    }
    return Optional.empty();
  }

  /** Whether both cannot hold: one thing, and neither says the other with more words. */
  boolean excludes(Choice other) {
    return of.equals(other.of) && !begins(taken, other.taken) && !begins(other.taken, taken);
  }

  private static boolean begins(String text, String beginning) {
    return (text + ' ').startsWith(beginning + ' ');
  }

  private static Choice among(MatchResult said) {
    return new Choice(said.group(1).strip().replace("favorite", "favourite"), said.group(2));
  }

  /** "Tea to coffee" and "coffee to tea". */
  private static Choice before(MatchResult said) {
    List<String> both = List.of(said.group(1), said.group(2)).stream().sorted().toList();
    return new Choice(String.join(" or ", both), said.group(1));
  }

  /** "Aisle seats on long flights": of seats on long flights, those by the aisle. */
  private static Choice kind(MatchResult said) {
    String preferred = said.group(1);
    int head = preferred.lastIndexOf(' ');
    String where = said.group(2) == null ? "" : said.group(2);
    String thing = preferred.substring(head + 1).replaceFirst("s$", "");
    return new Choice(thing + where, head < 0 ? "" : preferred.substring(0, head));
  }

  private static Frame frame(String words, Function<MatchResult, Choice> reading) {
    String adverb = "i (?:really |now |always |usually |still |currently )?";
    String begun = words.startsWith("i ") ? adverb + words.substring(2) : words;
    return new Frame(Pattern.compile("(?:but |well |and )?(?:now |these days )?" + begun), reading);
  }
}
