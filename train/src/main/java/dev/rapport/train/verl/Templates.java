package dev.rapport.train.verl;

import dev.rapport.train.TrainException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The prompts of page-writing rollouts over text. The same template files travel with a job, and
 * the plug-in that runs there fills them byte for byte alike.
 */
public final class Templates {
  /** The page before anything was read. */
  public static final String BLANK = "(nothing yet)";

  private static final Pattern HOLE = Pattern.compile("\\{(page|chunk|query)\\}");

  private final String update;
  private final String answer;

  private Templates(String update, String answer) {
    this.update = update;
    this.answer = answer;
  }

  /**
   * @param queryAware the labelled variant, in which the page is written with the question in sight
   */
  public static Templates of(boolean queryAware) {
    return new Templates(
        resource(queryAware ? "update-query-aware.txt" : "update.txt"), resource("answer.txt"));
  }

  public String update(String page, String chunk, String query) {
    return fill(update, Map.of("page", page, "chunk", chunk, "query", query));
  }

  public String answer(String page, String query) {
    return fill(answer, Map.of("page", page, "query", query, "chunk", ""));
  }

  /** The question as it is asked: its options below it, by letter. */
  static String query(String question, List<String> options) {
    var text = new StringBuilder(question);
    for (int i = 0; i < options.size(); i++) {
      text.append(i == 0 ? "\n\n" : "\n")
          .append((char) ('A' + i))
          .append(". ")
          .append(options.get(i));
    }
    return text.toString();
  }

  /** In one pass, so that braces inside a value stay as they are. */
  private static String fill(String template, Map<String, String> values) {
    return HOLE.matcher(template)
        .replaceAll(hole -> Matcher.quoteReplacement(values.getOrDefault(hole.group(1), "")));
  }

  static String resource(String name) {
    try (InputStream in = Templates.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("the resource %s is missing from the jar".formatted(name));
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new TrainException("cannot read the resource " + name, e);
    }
  }
}
