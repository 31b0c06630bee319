package dev.rapport.bench.run;

import dev.rapport.model.ChatMessage;
import dev.rapport.model.ChatReply;
import dev.rapport.model.ChatRequest;
import dev.rapport.model.FinishReason;
import dev.rapport.model.LanguageModel;
import dev.rapport.model.Usage;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;

/** Answers as told, and keeps what it was asked. */
final class FakeModel implements LanguageModel {
  final Queue<String> asked = new ConcurrentLinkedQueue<>();
  private final Function<String, String> answer;

  FakeModel(Function<String, String> answer) {
    this.answer = answer;
  }

  /** Repeats notes; answers with the first fruit in its notes; judges say yes. */
  static String sensible(String prompt) {
    if (prompt.contains("verdict")) {
      return "Verdict: yes";
    }
    int fruit = prompt.indexOf("fruit");
    return fruit < 0 ? "bread" : prompt.substring(fruit).split("\\W", 2)[0];
  }

  @Override
  public String name() {
    return "fake";
  }

  @Override
  public ChatReply chat(ChatRequest request) {
    List<String> texts = request.messages().stream().map(ChatMessage::content).toList();
    String prompt = String.join("\n", texts);
    asked.add(prompt);
    return new ChatReply(answer.apply(prompt), "", FinishReason.STOP, Usage.of(100, 10), name());
  }
}
