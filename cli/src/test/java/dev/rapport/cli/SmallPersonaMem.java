package dev.rapport.cli;

import dev.rapport.fakeserver.Answer;
import dev.rapport.fakeserver.ChatCall;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * A small PersonaMem-v2 in its published layout. Of person i the history tells by the way that they
 * eat dish i and that their cousin collects coins; they are asked about both, and about a wish to
 * have a third thing forgotten. What only annotators wrote begins with GOLD.
 */
final class SmallPersonaMem {
  static final int QUESTIONS_EACH = 3;

  private static final String HEADER =
      "persona_id,chat_history_32k_link,user_query,correct_answer,incorrect_answers,topic_query,"
          + "preference,conversation_scenario,pref_type,related_conversation_snippet,who,updated,"
          + "prev_pref,sensitive_info\n";

  private SmallPersonaMem() {}

  static Path write(Path folder, int people) {
    return write(folder, IntStream.range(0, people * QUESTIONS_EACH).boxed().toList(), "");
  }

  /**
   * @param rows numbers of questions in the order of the table; question q is of person q / 3
   * @param poison what person 0 says beside all else; nothing if empty
   */
  static Path write(Path folder, List<Integer> rows, String poison) {
    StringBuilder table = new StringBuilder(HEADER);
    rows.forEach(row -> table.append(row(row / QUESTIONS_EACH, row % QUESTIONS_EACH)));
    file(folder.resolve("benchmark/text/benchmark.csv"), table.toString());
    rows.stream()
        .map(row -> row / QUESTIONS_EACH)
        .distinct()
        .forEach(person -> file(folder.resolve(link(person)), history(person, poison)));
    return folder;
  }

  private static String link(int person) {
    return "data/chat_history_32k/chat_history_1_persona%d.json".formatted(person);
  }

  private static String history(int person, String poison) {
    List<Map<String, String>> said = new ArrayList<>();
    said.add(
        turn("system", "GOLD You talk to person %d, who likes dish%d".formatted(person, person)));
    said.add(turn("user", revealing(person, 0)));
    said.add(turn("assistant", "Noted."));
    if (person == 0 && !poison.isEmpty()) {
      said.add(turn("user", poison));
      said.add(turn("assistant", poison));
    }
    said.add(turn("user", revealing(person, 1)));
    said.add(turn("assistant", "Noted."));
    said.add(turn("user", revealing(person, 2)));
    said.add(turn("assistant", "Done."));
    return Json.line(Map.of("metadata", Map.of("persona_id", person), "chat_history", said));
  }

  private static Map<String, String> turn(String role, String content) {
    return Map.of("role", role, "content", content);
  }

  private static String revealing(int person, int kind) {
    return switch (kind) {
      case 0 -> "Shorten this mail: I always eat dish%d at noon.".formatted(person);
      case 1 -> "My cousin collects coins%d. What is a florin?".formatted(person);
      default -> "Please forget that I play song%d.".formatted(person);
    };
  }

  private static String row(int person, int kind) {
    List<String> cells =
        switch (kind) {
          case 0 ->
              List.of(
                  "What shall person %d have for lunch?".formatted(person),
                  "Dish%d, as always.".formatted(person),
                  "Food",
                  "GOLD eats dish%d".formatted(person),
                  "personal_email",
                  "neutral_preferences",
                  "self",
                  "False",
                  "");
          case 1 ->
              List.of(
                  "A hobby for person %d?".formatted(person),
                  "Walking is nice.",
                  "Hobbies",
                  "GOLD collects coins%d".formatted(person),
                  "knowledge_query",
                  "stereotypical_pref",
                  "others",
                  "False",
                  "");
          default ->
              List.of(
                  "Music for person %d?".formatted(person),
                  "Something new.",
                  "Music",
                  "Do not remember 'GOLD plays song%d' in memory".formatted(person),
                  "chat_message",
                  "ask_to_forget",
                  "self",
                  "True",
                  "GOLD plays song%d".formatted(person));
        };
    List<String> wrong =
        List.of("Coins%d.".formatted(person), "Song%d.".formatted(person), "Fish.");
    return csv(
        Integer.toString(person),
        link(person),
        "{'role': 'user', 'content': '%s'}".formatted(cells.get(0)),
        cells.get(1),
        Json.line(wrong),
        cells.get(2),
        cells.get(3),
        cells.get(4),
        cells.get(5),
        Json.line(List.of(turn("user", revealing(person, kind)))),
        cells.get(6),
        cells.get(7),
        cells.get(8),
        "False");
  }

  private static String csv(String... cells) {
    List<String> quoted = new ArrayList<>();
    for (String cell : cells) {
      quoted.add("\"" + cell.replace("\"", "\"\"") + "\"");
    }
    return String.join(",", quoted) + "\n";
  }

  private static void file(Path file, String text) {
    try {
      Files.createDirectories(file.getParent());
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The same reply to the same prompt: a page line, a letter, words, or a judge's verdict. */
  static Answer reply(ChatCall call) {
    String prompt = call.prompt();
    int hash = Math.floorMod(call.body().path("messages").toString().hashCode(), 1000);
    if (prompt.contains("You keep one page")) {
      return Answer.of("+ Food | Eats %s | stated <- t1".formatted(word(prompt, "dish")));
    }
    if (prompt.contains("one of several judges")) {
      return Answer.of("Verdict: " + (hash % 2 == 0 ? "yes" : "no"));
    }
    return Answer.of(
        prompt.contains("Final answer: B")
            ? "Final answer: " + "ABCD".charAt(hash % 4)
            : "Try number %d.".formatted(hash));
  }

  /** The first word of the text that begins so. */
  static String word(String text, String beginning) {
    int at = text.indexOf(beginning);
    return at < 0 ? "nothing" : text.substring(at).split("\\W", 2)[0];
  }
}
