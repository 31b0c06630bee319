package dev.rapport.local.write;

import dev.rapport.local.language.Words;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Finds what leads in to a person's own words and tells nothing of them: what the chatbot is to do
 * with a text ("Make this polite:"), the name of what follows ("Facts:"), and a salutation ("hi
 * Tom,"). A request that names more keeps what it names: of "Caption for my bakery's page: the loaf
 * is mine" the first word alone goes. Rules, since the scorers know a clause only whole.
 */
final class LeadIn {
  private static final int MOST_CHARACTERS = 160;
  private static final int FEWEST_WORDS_LEFT = 3;
  private static final Set<String> TASK = words("task");
  private static final Set<String> OTHER = words("other");
  private static final Set<String> WHOM = words("whom");
  private static final Pattern COLON = Pattern.compile("^[^:.!?\\n]{1,160}:\\s+(?=\\S)");

  /** "I make other voyages: Tuesday the ferry" asks for nothing. */
  private static final Pattern TELLS =
      Pattern.compile("(?iu)^(?:i|we)\\s+(?!want|need|wrote|would)");

  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}'’-]*");
  private static final Pattern TO_SAY =
      Pattern.compile(
          "(?iu)^(?:please |pls |kindly )?(?:(?:say|write|add|mention)(?: also)?|tell"
              + " (?:him|her|them)|let (?:him|her|them) know) that\\s+");

  /** Words that belong to the one behind them: "my bakery's page" keeps its "my". */
  private static final Set<String> HOLDING =
      Set.of("my", "our", "the", "a", "an", "to", "for", "from", "of", "about");

  /** A salutation is dropped where it says a name; "landlord" or "Nan" says more. */
  private static final Pattern SALUTATION =
      Pattern.compile(
          "^(?iu:(?<how>hi|hello|hey|hiya|hej|hola|dear|good (?:morning|afternoon|evening|day)))"
              + "(?<who>(?:\\s+[\\p{L}.'’-]+){0,4}?)\\s*[,!]\\s*(?=\\S)");

  private static final Set<String> ANYBODY =
      Set.of(
          "all", "both", "team", "everyone", "everybody", "there", "sir", "madam", "sirs", "you");

  private LeadIn() {}

  /** How many characters of the text go before the person's own words begin; 0 for most texts. */
  static int length(String text) {
    int at = request(text);
    at += toSay(text.substring(at));
    at += salutation(text.substring(at));
    return Words.of(text.substring(at)).size() < FEWEST_WORDS_LEFT ? 0 : at;
  }

  private static int request(String text) {
    Matcher lead = COLON.matcher(text.substring(0, Math.min(MOST_CHARACTERS, text.length())));
    if (!lead.find() || TELLS.matcher(text).find()) {
      return 0;
    }
    Matcher words = WORD.matcher(text).region(0, lead.end());
    boolean asks = false;
    int held = 0;
    boolean holding = false;
    while (words.find()) {
      String word = words.group().toLowerCase(Locale.ROOT).replace('’', '\'');
      if (!TASK.contains(word) && !OTHER.contains(word)) {
        return asks ? (holding ? held : words.start()) : 0;
      }
      asks |= TASK.contains(word);
      if (!HOLDING.contains(word)) {
        holding = false;
      } else if (!holding) {
        holding = true;
        held = words.start();
      }
    }
    return asks ? lead.end() : 0;
  }

  private static int toSay(String text) {
    Matcher saying = TO_SAY.matcher(text);
    return saying.find() ? saying.end() : 0;
  }

  private static int salutation(String text) {
    Matcher greeting = SALUTATION.matcher(text);
    if (!greeting.find()) {
      return 0;
    }
    String who = greeting.group("who").strip();
    return isName(who, greeting.group("how").equalsIgnoreCase("dear")) ? greeting.end() : 0;
  }

  private static boolean isName(String who, boolean formal) {
    Cues cues = Cues.shipped();
    List<String> words = Words.of(who);
    int[] counts = cues.count(words);
    boolean tells = counts[cues.indexOf("kin")] + counts[cues.indexOf("others")] > 0;
    if (tells || words.stream().anyMatch(WHOM::contains)) {
      return false;
    }
    boolean capitals = who.isEmpty() || WORD.matcher(who).results().allMatch(LeadIn::isCapital);
    return capitals || ANYBODY.containsAll(words) || (!formal && words.size() == 1);
  }

  private static boolean isCapital(MatchResult word) {
    return Character.isUpperCase(word.group().charAt(0));
  }

  private static Set<String> words(String kind) {
    String begin = kind + ": ";
    return Resources.lines("lead-ins.txt").stream()
        .filter(line -> line.startsWith(begin))
        .flatMap(line -> List.of(line.substring(begin.length()).split(" ")).stream())
        .collect(Collectors.toUnmodifiableSet());
  }
}
