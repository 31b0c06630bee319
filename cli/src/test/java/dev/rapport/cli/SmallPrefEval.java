package dev.rapport.cli;

import dev.rapport.fakeserver.Answer;
import dev.rapport.fakeserver.ChatCall;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** PrefEval in its published layout with made-up words, and a model that has an opinion on it. */
final class SmallPrefEval {
  private SmallPrefEval() {}

  /** People with one preference and one question each. */
  static Path write(Path folder, int people) throws IOException {
    List<Map<String, Object>> explicit = new ArrayList<>();
    List<Map<String, Object>> options = new ArrayList<>();
    for (int i = 0; i < people; i++) {
      String question = "What shall I cook on day %d?".formatted(i);
      String preference = "I never eat dish%d, whoever cooks it.".formatted(i);
      explicit.add(
          Map.of("preference", preference, "question", question, "explanation", "GOLD why " + i));
      options.add(
          Map.of(
              "preference",
              "GOLD " + preference,
              "question",
              question,
              "explanation",
              "GOLD why " + i,
              "classification_task_options",
              List.of("Lentils " + i, "Some dish" + i, "A pie " + i, "Leftovers " + i)));
    }
    file(folder.resolve("explicit_preference/food.json"), explicit);
    file(folder.resolve("mcq_options/food.json"), options);
    file(
        folder.resolve("filtered_inter_turns.json"),
        List.of(
            Map.of(
                "conversation_id",
                "x1",
                "conversation",
                List.of(
                    Map.of("role", "user", "content", "What is lava?"),
                    Map.of("role", "assistant", "content", "Rock.")),
                "turn",
                1)));
    return folder;
  }

  private static void file(Path file, Object value) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, Json.line(value));
  }

  /** The same reply to the same prompt, in the form each role is asked for. */
  static Answer reply(ChatCall call) {
    String prompt = call.prompt();
    int hash = Math.floorMod(call.body().path("messages").toString().hashCode(), 1000);
    if (prompt.contains("You keep one page")) {
      int at = prompt.indexOf("never eat dish");
      return Answer.of(
          at < 0
              ? "NONE"
              : "+ Food | Never eats %s | stated <- t1"
                  .formatted(prompt.substring(at + 10).split("\\W", 2)[0]));
    }
    if (prompt.contains("one of several judges")) {
      return Answer.of("Reasons.\nVerdict: " + (hash % 2 == 0 ? "yes" : "no"));
    }
    return prompt.contains("Final answer: B")
        ? Answer.of("It fits.\nFinal answer: " + "ABCD".charAt(hash % 4))
        : Answer.of("Cook something nice, number %d.".formatted(hash));
  }
}
