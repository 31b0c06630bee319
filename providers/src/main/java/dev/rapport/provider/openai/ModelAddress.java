package dev.rapport.provider.openai;

import java.util.Map;

/**
 * Which model {@code --model} names: {@code none}, {@code openai:NAME}, {@code ollama:NAME}, {@code
 * llamacpp[:NAME]}, {@code lmstudio:NAME}, {@code vllm:NAME}, or {@code URL#NAME}.
 */
public sealed interface ModelAddress {
  /** No model: everything is done in this process. */
  record None() implements ModelAddress {}

  /** A model behind OpenAI's protocol. */
  record Remote(OpenAiConfig config) implements ModelAddress {}

  /**
   * OPENAI_API_KEY goes only to OpenAI or to where OPENAI_BASE_URL points; RAPPORT_API_KEY goes to
   * any server named here.
   *
   * @param environment OPENAI_API_KEY, OPENAI_BASE_URL, RAPPORT_API_KEY and RAPPORT_ALLOW_PLAIN_KEY
   *     are looked at
   * @throws IllegalArgumentException if the text names no model; the message says how to write it
   */
  static ModelAddress parse(String text, Map<String, String> environment) {
    return new ModelAddressParser(environment).parse(text.strip());
  }
}
