package dev.rapport.cli;

import dev.rapport.chunk.Chunk;
import dev.rapport.memory.PageWriter;
import dev.rapport.memory.RecallBudget;
import dev.rapport.memory.WriteContext;
import dev.rapport.model.ChatMessage;
import dev.rapport.page.Page;
import dev.rapport.person.UserId;
import dev.rapport.strategy.page.PageStrategy;
import java.util.List;

/**
 * Writing a page chunk by chunk with the prompts of {@code --writing rewrite}, and answering from
 * it. What the policy writes is read as {@code learn} reads it: lines it did not write in the form
 * it was asked for are lost, and a reply without any leaves an empty page.
 *
 * @param writer of the prompts; blind to the question unless it is the query-aware one
 * @param strategy that reads what was written
 */
record PageWording(
    TrainQuestion asked,
    List<Chunk> chunks,
    PageWriter writer,
    PageStrategy strategy,
    int capTokens)
    implements TrainWording {
  private static final UserId SOMEBODY = new UserId("this person");

  PageWording {
    chunks = List.copyOf(chunks);
  }

  @Override
  public int updates() {
    return chunks.size();
  }

  @Override
  public List<ChatMessage> update(int chunk, String page) {
    Scripted calls = Scripted.silent();
    writer.propose(chunks.get(chunk), page(chunk - 1, page), context(calls));
    return calls.asked();
  }

  @Override
  public List<ChatMessage> answer(String page) {
    Page last = page(chunks.size() - 1, page);
    return asked.prompt(strategy.recall(asked.query(), last, new RecallBudget(capTokens)));
  }

  /** The page as written after a chunk. */
  private Page page(int chunk, String words) {
    Page empty = strategy.empty(SOMEBODY);
    return chunk < 0 || words.isBlank()
        ? empty
        : strategy.write(chunks.get(chunk), empty, context(Scripted.saying(words))).state();
  }

  private static WriteContext context(Scripted calls) {
    return new WriteContext(TrainChunks.KEY, List.of(), calls);
  }
}
