package dev.rapport.strategy.answer;

import dev.rapport.memory.Answerer;
import dev.rapport.memory.Choice;
import dev.rapport.memory.Options;
import dev.rapport.memory.Query;
import dev.rapport.memory.Recall;
import dev.rapport.memory.Reply;
import dev.rapport.model.ChatMessage;
import dev.rapport.model.ChatReply;
import dev.rapport.model.ChatRequest;
import dev.rapport.model.ReplyListener;
import dev.rapport.page.LineId;
import dev.rapport.prompt.PromptText;
import dev.rapport.prompt.Unthought;
import dev.rapport.text.Fence;
import dev.rapport.work.Calls;
import java.util.List;

/**
 * Answers with a language model. The recall stands fenced in the system message, before anything
 * that changes from question to question, so that a provider can cache it.
 *
 * <p>A model's letter comes without a probability, so {@link Choice.Chosen#confidence} is a
 * convention: {@value #MARKED_CONFIDENCE} when the reply marks its answer as asked, {@value
 * #READ_CONFIDENCE} when it had to be read out of other words. The lines given as used are those
 * that share words with the reply: an estimate, since a model does not tell. Safe for several
 * threads.
 */
public final class LlmAnswerer implements Answerer {
  /** Confidence in a letter that the reply marked as its answer. */
  public static final double MARKED_CONFIDENCE = 0.75;

  /** Confidence in a letter that was read out of a reply that marked none. */
  public static final double READ_CONFIDENCE = 0.5;

  private static final PromptText CHOICE =
      PromptText.of(LlmAnswerer.class, "common.txt", "choice.txt");
  private static final PromptText OPEN = PromptText.of(LlmAnswerer.class, "common.txt", "open.txt");
  private static final String STEP = "answer";

  private final Calls calls;
  private final AnswerConfig config;

  private LlmAnswerer(Calls calls, AnswerConfig config) {
    this.calls = calls;
    this.config = config;
  }

  /**
   * @param calls the way to the model bound to the role ANSWER
   */
  public static LlmAnswerer using(Calls calls, AnswerConfig config) {
    return new LlmAnswerer(calls, config);
  }

  @Override
  public String name() {
    return "llm";
  }

  /** Names the wording of both prompts in reports. */
  public String promptVersion() {
    return CHOICE.version() + "-" + OPEN.version();
  }

  @Override
  public Choice choose(Query query, Options options, Recall recall) {
    String question =
        Fence.around("question", query.text()) + "\n\n" + Fence.around("options", listed(options));
    ChatReply reply = calls.call(STEP, request(CHOICE, recall, question, config.choiceTokens()));
    String said = Unthought.of(reply.text()).strip();
    return switch (LetterReading.of(said, options)) {
      case LetterReading.Marked marked ->
          chosen(marked.option(), MARKED_CONFIDENCE, options, recall, said, reply);
      case LetterReading.Read read ->
          chosen(read.option(), READ_CONFIDENCE, options, recall, said, reply);
      case LetterReading.None none -> new Choice.Unparsed(said, reply.usage());
    };
  }

  private static Choice chosen(
      int option, double confidence, Options options, Recall recall, String said, ChatReply reply) {
    List<LineId> lines = LinesUsed.in(said + "\n" + options.texts().get(option), recall);
    return new Choice.Chosen(option, confidence, lines, said, reply.usage());
  }

  private static String listed(Options options) {
    StringBuilder list = new StringBuilder();
    for (int i = 0; i < options.size(); i++) {
      String text = options.texts().get(i).strip().replaceAll("\\s*\\R\\s*", " ");
      list.append(list.isEmpty() ? "" : "\n").append((char) ('A' + i)).append(". ").append(text);
    }
    return list.toString();
  }

  @Override
  public Reply reply(Query query, Recall recall) {
    return reply(calls.call(STEP, openRequest(query, recall)), recall);
  }

  @Override
  public Reply reply(Query query, Recall recall, ReplyListener listener) {
    return reply(calls.stream(STEP, openRequest(query, recall), listener), recall);
  }

  private static Reply reply(ChatReply reply, Recall recall) {
    String said = Unthought.of(reply.text()).strip();
    return new Reply(said, LinesUsed.in(said, recall), reply.usage());
  }

  private ChatRequest openRequest(Query query, Recall recall) {
    return request(OPEN, recall, query.text(), config.replyTokens());
  }

  private ChatRequest request(PromptText wording, Recall recall, String asked, int maxTokens) {
    String known = recall.text().isBlank() ? "(nothing is known)" : recall.text();
    String system = wording.words() + "\n\n" + Fence.RULE + "\n\n" + Fence.around("notes", known);
    return ChatRequest.of(List.of(ChatMessage.system(system), ChatMessage.user(asked)), maxTokens)
        .withTemperature(config.temperature())
        .withSeed(config.seed());
  }
}
