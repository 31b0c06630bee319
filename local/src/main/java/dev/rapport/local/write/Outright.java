package dev.rapport.local.write;

import dev.rapport.local.language.Zone;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Things a person says of themselves outright, straight to the chatbot: "I am allergic to walnuts".
 * The learned scorers have seen only what is said by the way, so these are told by rule.
 */
final class Outright {
  private static final int MOST_WORDS = 40;

  private static final Pattern SAID =
      Pattern.compile(
          "\\b(?:i am|i'm|im) (?:\\w+"
              + " )?(?:allergic|vegan|vegetarian|coeliac|celiac|diabetic|lactose"
              + "|pregnant|afraid|scared|colou?r.?blind|deaf|dyslexic|left.handed|intolerant|retired)\\b|\\bi"
              + " (?:really |absolutely |just |always |usually |still"
              + " )?(?:love|adore|hate|dislike|detest|prefer|enjoy|avoid|collect|never|cannot"
              + " stand|can't stand|do not eat|don't eat|do not drink|don't drink|do not like|don't"
              + " like|no longer|gave up|quit|stopped|live in|work as|work nights|work from|play"
              + " the|grew up)\\b|\\bi (?:\\w+ ){1,5}every"
              + " (?:day|morning|evening|night|week|sunday|monday|tuesday"
              + "|wednesday|thursday|friday|saturday|weekend|summer|winter|year)\\b|\\bmy"
              + " (?:favou?rite|allergy|diet|doctor)\\b");

  /** What is loved or hated about a task of the moment says little of the person. */
  private static final Set<String> TASKS =
      Set.of(
          "code", "error", "function", "output", "answer", "sentence", "draft", "version", "text");

  /** Words in quotation marks may be anybody's. */
  private static final Pattern QUOTES = Pattern.compile("[\"“”«»„]|(?:^|[\\s:(])['‘]");

  private Outright() {}

  static boolean is(Clause clause) {
    String text = String.join(" ", clause.words());
    return clause.sentence().zone() == Zone.DIRECT
        && clause.words().size() <= MOST_WORDS
        && !clause.sentence().text().strip().endsWith("?")
        && !QUOTES.matcher(clause.sentence().text()).find()
        && clause.words().stream().noneMatch(TASKS::contains)
        && SAID.matcher(text).find();
  }
}
