package dev.rapport.work;

import dev.rapport.model.ChatReply;
import dev.rapport.model.ChatRequest;
import dev.rapport.model.ReplyListener;

/**
 * The way to a paid model: journal, limiter, retries and ledger around a {@link
 * dev.rapport.model.LanguageModel}. The same step with the same request gives the same reply and is
 * paid once, also after a crash, so code between calls may use no clock, no randomness and no
 * unordered iteration.
 */
public interface Calls {
  /**
   * @param step names the call within its work: "write t81ab", "answer q3"; without anybody's words
   * @throws dev.rapport.model.ModelException once retries are spent, or at once if they cannot help
   * @throws LeaseLostException if the work was taken over
   */
  ChatReply call(String step, ChatRequest request);

  /**
   * As {@link #call}, told piece by piece; a reply from the journal comes as one piece. Once a
   * piece was told a failure is final, since another attempt would tell another reply.
   */
  ChatReply stream(String step, ChatRequest request, ReplyListener listener);

  /** For work without a model: any call fails. */
  static Calls none() {
    return NoCalls.INSTANCE;
  }
}
