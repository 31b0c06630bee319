package dev.rapport.langchain4j;

import dev.langchain4j.model.chat.request.ChatRequestParameters;
import dev.rapport.model.ChatRequest;

/**
 * Says in a provider's own parameters what LangChain4j's common ones cannot, the seed for instance:
 *
 * <pre>{@code
 * (asked, usual) ->
 *     OpenAiChatRequestParameters.builder()
 *         .overrideWith(usual)
 *         .seed((int) asked.seed())
 *         .customParameters(asked.extra())
 *         .build()
 * }</pre>
 */
@FunctionalInterface
public interface Shaping {
  /** The common parameters alone. */
  Shaping NONE = (asked, usual) -> usual;

  /**
   * @param asked the request
   * @param usual what the common parameters say of it
   */
  ChatRequestParameters shape(ChatRequest asked, ChatRequestParameters usual);
}
