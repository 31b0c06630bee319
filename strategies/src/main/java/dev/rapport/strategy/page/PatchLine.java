package dev.rapport.strategy.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One line of a patch taken apart, whatever decoration a model put around it.
 *
 * @param operation {@code +}, {@code ~}, {@code -} or {@code !}
 * @param fields what stood between the bars, the first one section or ids; not empty
 * @param turns short names behind the arrow
 */
record PatchLine(char operation, List<String> fields, List<String> turns) {
  private static final int LONGEST = 4_000;

  private static final Pattern DECORATION =
      Pattern.compile("^(?:\\s|>|`|\\*\\*|__|\\d{1,3}[.)]\\s)+");
  private static final Pattern WORD =
      Pattern.compile(
          "^(add|new|replace|update|change|remove|delete|drop|forget)\\b\\s*[:|]?\\s*",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern ARROW = Pattern.compile("\\s*(?:<[-–—=]{1,3}|←|⟵|⇐)\\s*");
  private static final Pattern TURNS_IN_BRACKETS =
      Pattern.compile("\\s*[\\[(]((?:\\s*t\\d{1,4}\\s*[,;]?){1,20})[\\])]\\s*[.]?$");
  private static final Pattern TURN = Pattern.compile("t\\d{1,4}");
  private static final Pattern STARTS_WITH_LINE_IDS =
      Pattern.compile("^[\\[(^`*]{0,3}l\\d{1,9}\\b");

  static Optional<PatchLine> read(String raw) {
    String line = raw.length() > LONGEST ? raw.substring(0, LONGEST) : raw;
    String rest = DECORATION.matcher(line).replaceFirst("").strip();
    if (rest.isEmpty()) {
      return Optional.empty();
    }
    char operation = operation(rest.charAt(0));
    if (operation == 0) {
      return spelledOut(rest);
    }
    String body = undecorated(rest.substring(1));
    if (operation == '-' || operation == '*') {
      return bulleted(body);
    }
    return parts(operation, body);
  }

  /** A dash removes a line, or is merely a bullet before the real mark or a new line. */
  private static Optional<PatchLine> bulleted(String body) {
    if (STARTS_WITH_LINE_IDS.matcher(body).find()) {
      return parts('-', body);
    }
    char inner = body.isEmpty() ? 0 : operation(body.charAt(0));
    if (inner == '+' || inner == '~' || inner == '!') {
      return parts(inner, undecorated(body.substring(1)));
    }
    boolean complete = body.indexOf('|') > 0 && ARROW.matcher(body).find();
    return complete ? parts('+', body) : spelledOut(body);
  }

  private static Optional<PatchLine> spelledOut(String rest) {
    Matcher word = WORD.matcher(rest);
    if (!word.find() || rest.indexOf('|') < 0) {
      return Optional.empty();
    }
    char operation =
        switch (word.group(1).toLowerCase(Locale.ROOT)) {
          case "add", "new" -> '+';
          case "replace", "update", "change" -> '~';
          case "forget" -> '!';
          default -> '-';
        };
    return parts(operation, rest.substring(word.end()));
  }

  private static char operation(char c) {
    return switch (c) {
      case '+', '＋' -> '+';
      case '~', '～', '≈' -> '~';
      case '!', '！' -> '!';
      case '-', '–', '—', '−' -> '-';
      case '*', '•', '·' -> '*';
      default -> 0;
    };
  }

  private static String undecorated(String text) {
    return DECORATION.matcher(text).replaceFirst("").strip();
  }

  private static Optional<PatchLine> parts(char operation, String body) {
    List<String> turns = new ArrayList<>();
    String said = body;
    int arrow = lastArrow(body);
    if (arrow >= 0) {
      said = body.substring(0, arrow);
      collect(body.substring(arrow), turns);
    } else {
      Matcher brackets = TURNS_IN_BRACKETS.matcher(body);
      if (brackets.find()) {
        said = body.substring(0, brackets.start());
        collect(brackets.group(1), turns);
      }
    }
    List<String> fields = new ArrayList<>();
    for (String field : said.split("[|｜]", -1)) {
      String plain = field.strip().replaceAll("^[*_`]+|[*_`]+$", "").strip();
      if (!plain.isEmpty()) {
        fields.add(plain);
      }
    }
    return fields.isEmpty()
        ? Optional.empty()
        : Optional.of(new PatchLine(operation, fields, turns));
  }

  private static int lastArrow(String body) {
    Matcher arrow = ARROW.matcher(body);
    int last = -1;
    while (arrow.find()) {
      last = arrow.start();
    }
    return last;
  }

  private static void collect(String text, List<String> turns) {
    Matcher turn = TURN.matcher(text.toLowerCase(Locale.ROOT));
    while (turn.find() && turns.size() < 20) {
      if (!turns.contains(turn.group())) {
        turns.add(turn.group());
      }
    }
  }
}
