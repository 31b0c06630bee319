package dev.rapport.model;

/**
 * What a language model answered.
 *
 * @param text the answer, thinking taken out; may be empty
 * @param thinking what the model thought aloud, from a field of its own or {@code <think>} tags
 * @param finish why it ended
 * @param usage tokens as counted by the provider
 * @param model the name the provider answered under
 */
public record ChatReply(
    String text, String thinking, FinishReason finish, Usage usage, String model) {}
