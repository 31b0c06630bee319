package dev.rapport.model;

/**
 * One attempt at one call of a language model. Retries, limits, the journal and the ledger are laid
 * around it by {@link dev.rapport.work.Calls}. Blocks; interrupting the thread cancels the call.
 * Safe for several threads.
 */
public interface LanguageModel {
  /** The model's name as stored with what it wrote. */
  String name();

  /**
   * @throws ModelException when no usable reply came; its kind says what the caller can do
   */
  ChatReply chat(ChatRequest request);

  /**
   * As {@link #chat}, with the reply also told piece by piece. What was told before a failure
   * stands; the failure is thrown.
   */
  default ChatReply stream(ChatRequest request, ReplyListener listener) {
    ChatReply reply = chat(request);
    listener.onText(reply.text());
    return reply;
  }
}
