package dev.rapport.strategy.page;

import dev.rapport.chunk.Chunk;
import dev.rapport.memory.Draft;
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
import java.util.function.Function;
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
  private final Function<Page, String> shown;
  private final Reading reading;

  /**
   * @param shown how a page that has lines is shown
   * @param reading what is made of a reply
   */
  ModelPageWriter(
      PromptText instructions, WriterConfig config, Function<Page, String> shown, Reading reading) {
    this.instructions = instructions;
    this.config = config;
    this.shown = shown;
    this.reading = reading;
  }

  /** The instructions that all blind protocols share, and those of one. */
  static PromptText instructions(String protocol) {
    return PromptText.of(ModelPageWriter.class, "common.txt", protocol);
  }

  /** Makes a draft of a reply. */
  @FunctionalInterface
  interface Reading {
    Draft read(Page page, ChunkTurns turns, Answer answer);
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

  /**
   * One call, unless the person said nothing.
   *
   * @param before fenced matter to be read first; empty for none
   */
  Draft draft(
      String step,
      String before,
      Chunk chunk,
      Page page,
      WriteContext context,
      List<String> complaints) {
    ChunkTurns turns = ChunkTurns.of(chunk);
    if (turns.own().isEmpty()) {
      return new Draft.Edits(List.of(), List.of());
    }
    String pageText = page.isEmpty() ? "(nothing is known yet)" : shown.apply(page);
    String name = step + " " + chunk.turns().getFirst().id() + "." + chunk.index();
    ChatReply reply = context.calls().call(name, request(before, pageText, turns, complaints));
    String text = reply.text();
    boolean endless = text.length() > LONGEST_REPLY;
    String head = endless ? text.substring(0, LONGEST_REPLY) : text;
    boolean cut = endless || reply.finish() == FinishReason.LENGTH;
    return reading.read(page, turns, new Answer(Unthought.of(head), cut));
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
}
