package dev.rapport.train.job;

import dev.rapport.model.ChatMessage;
import dev.rapport.train.TrainException;
import dev.rapport.train.rollout.RolloutTask;
import dev.rapport.train.tokenizer.Tokenizer;
import java.util.List;

/**
 * A rollout in words, put into the ids of a model. A page passes from conversation to conversation
 * as text; what is learned are the ids that were sampled.
 *
 * @param <W> what is asked
 * @param pageTokens most tokens of a page
 * @param answerTokens most tokens of an answer
 * @param window most tokens of prompt and reply together
 */
public record TextTask<W extends Wording>(
    W wording, Tokenizer tokenizer, int pageTokens, int answerTokens, int window)
    implements RolloutTask {
  @Override
  public int updates() {
    return wording.updates();
  }

  @Override
  public int[] blankPage() {
    return new int[0];
  }

  @Override
  public int[] updatePrompt(int chunk, int[] page) {
    return fitting(wording.update(chunk, tokenizer.decode(page)), pageTokens);
  }

  @Override
  public int[] answerPrompt(int[] page) {
    return fitting(wording.answer(tokenizer.decode(page)), answerTokens);
  }

  private int[] fitting(List<ChatMessage> messages, int reply) {
    int[] prompt = tokenizer.prompt(messages);
    if (prompt.length + reply > window) {
      throw new TrainException(
          "question %s: a prompt of %d tokens and a reply of %d do not fit into the model's window of %d; lower --chunk-tokens, --page-tokens, --answer-tokens or --context-tokens"
              .formatted(wording.id(), prompt.length, reply, window));
    }
    return prompt;
  }
}
