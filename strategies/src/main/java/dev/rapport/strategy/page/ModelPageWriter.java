package dev.rapport.strategy.page;

import dev.rapport.chunk.Chunk;
import dev.rapport.memory.WriteContext;
import dev.rapport.model.ChatMessage;
import dev.rapport.model.ChatReply;
import dev.rapport.model.ChatRequest;
import dev.rapport.model.FinishReason;
import dev.rapport.page.Page;
import dev.rapport.prompt.PromptText;
import dev.rapport.prompt.Unthought;
import dev.rapport.text.Fence;
import java.util.List;
import java.util.stream.Collectors;

/**
 * One call of a model about a page and a chunk. What people said stands in fences only; what stays
 * the same from chunk to chunk stands first, so that providers can cache it.
 */
final class ModelPageWriter {
  /** A reply beyond this is endless; its beginning says all that can be used. */
  private static final int LONGEST_REPLY = 200_000;

  private static final int MOST_COMPLAINTS = 20;
  private static final PromptText REPAIR = PromptText.of(ModelPageWriter.class, "repair.txt");

  private final PromptText instructions;
  private final WriterConfig config;

  ModelPageWriter(String protocol, WriterConfig config) {
    this(PromptText.of(ModelPageWriter.class, "common.txt", protocol), config);
  }

  ModelPageWriter(PromptText instructions, WriterConfig config) {
    this.instructions = instructions;
    this.config = config;
  }

  /**
   * What came back.
   *
   * @param text without remains of thinking
   * @param cut whether the token limit or ours ended it
   */
  record Answer(String text, boolean cut) {}

  String promptVersion() {
    return instructions.version();
  }

  Answer ask(
      String step,
      String pageText,
      ChunkTurns turns,
      Chunk chunk,
      WriteContext context,
      List<String> complaints) {
    return ask(step, "", pageText, turns, chunk, context, complaints);
  }

  /**
   * @param before fenced matter to be read first; empty for none
   */
  Answer ask(
      String step,
      String before,
      String pageText,
      ChunkTurns turns,
      Chunk chunk,
      WriteContext context,
      List<String> complaints) {
    String name = step + " " + chunk.turns().getFirst().id() + "." + chunk.index();
    ChatReply reply = context.calls().call(name, request(before, pageText, turns, complaints));
    String text = reply.text();
    boolean endless = text.length() > LONGEST_REPLY;
    String head = endless ? text.substring(0, LONGEST_REPLY) : text;
    return new Answer(Unthought.of(head), endless || reply.finish() == FinishReason.LENGTH);
  }

  private ChatRequest request(
      String before, String pageText, ChunkTurns turns, List<String> complaints) {
    String rules = instructions.with("cap", Integer.toString(config.capTokens())).words();
    String material =
        before
            + Fence.around("page", pageText)
            + "\n\n"
            + Fence.around("conversation", turns.text());
    String task = complaints.isEmpty() ? "Now answer." : repair(complaints);
    return ChatRequest.of(
            List.of(
                ChatMessage.system(rules + "\n\n" + Fence.RULE),
                ChatMessage.user(material + "\n\n" + task)),
            config.replyTokens())
        .withTemperature(config.temperature())
        .withSeed(config.seed());
  }

  private static String repair(List<String> complaints) {
    String list =
        complaints.stream()
            .limit(MOST_COMPLAINTS)
            .map(complaint -> "- " + complaint)
            .collect(Collectors.joining("\n"));
    return REPAIR.with("complaints", list).words();
  }

  /** What is shown for a page that has no lines yet. */
  static String orEmpty(Page page, String text) {
    return page.isEmpty() ? "(nothing is known yet)" : text;
  }
}
