package dev.rapport.spring;

import dev.rapport.model.ChatRequest;
import org.springframework.ai.chat.prompt.ChatOptions;

/**
 * Says in a provider's own options what the common ones of Spring AI cannot: a seed, a JSON schema,
 * a provider's own fields.
 */
@FunctionalInterface
public interface Shaping {
  /** The common options alone. */
  Shaping NONE = (asked, usual) -> usual;

  /**
   * @param asked the request
   * @param usual the model's own options with what the common ones say of it
   */
  ChatOptions shape(ChatRequest asked, ChatOptions usual);
}
