package dev.rapport.train.tokenizer;

import dev.rapport.conversation.Role;
import dev.rapport.model.ChatMessage;
import dev.rapport.train.TrainException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * How a conversation is written down: the few kinds that the supported models were trained with. A
 * model's own template is a program; it is recognised, not run.
 */
enum ChatFormat {
  /** {@code <|im_start|>role\ncontent<|im_end|>\n}, as in Qwen3-2507. */
  CHATML("", false),
  /** Qwen2 and Qwen2.5: a conversation without system message gets theirs. */
  QWEN2("You are Qwen, created by Alibaba Cloud. You are a helpful assistant.", false),
  /** Qwen3 of April 2025, told not to think. */
  QWEN3("", true),
  /** Contents one after the other: for models without a template. */
  PLAIN("", false);

  /** Ends a message. */
  static final String END = "<|im_end|>";

  private final String system;
  private final boolean silent;

  ChatFormat(String system, boolean silent) {
    this.system = system;
    this.silent = silent;
  }

  /**
   * @param template the model's own, empty if it has none
   */
  static ChatFormat of(String template, Path file) {
    if (template.isEmpty()) {
      return PLAIN;
    }
    if (!template.contains("<|im_start|>")) {
      throw new TrainException(
          "%s: its chat template is of no known kind (ChatML, Qwen2, Qwen3, or none): \"%s...\""
              .formatted(file, template.substring(0, Math.min(80, template.length()))));
    }
    if (template.contains(QWEN2.system)) {
      return QWEN2;
    }
    return template.contains("enable_thinking") ? QWEN3 : CHATML;
  }

  /** Pieces of a prompt: text, and control tokens by their spelling. */
  List<Piece> render(List<ChatMessage> messages) {
    var pieces = new ArrayList<Piece>();
    if (this == PLAIN) {
      messages.forEach(message -> pieces.add(new Piece(message.content(), false)));
      return pieces;
    }
    if (!system.isEmpty() && messages.getFirst().role() != Role.SYSTEM) {
      message(pieces, "system", system);
    }
    for (ChatMessage message : messages) {
      message(pieces, message.role().name().toLowerCase(Locale.ROOT), message.content());
    }
    pieces.add(new Piece("<|im_start|>", true));
    pieces.add(new Piece("assistant\n", false));
    if (silent) {
      pieces.add(new Piece("<think>", true));
      pieces.add(new Piece("\n\n", false));
      pieces.add(new Piece("</think>", true));
      pieces.add(new Piece("\n\n", false));
    }
    return pieces;
  }

  private static void message(List<Piece> pieces, String role, String content) {
    pieces.add(new Piece("<|im_start|>", true));
    pieces.add(new Piece(role + "\n" + content, false));
    pieces.add(new Piece(END, true));
    pieces.add(new Piece("\n", false));
  }

  /**
   * A part of a prompt.
   *
   * @param control true for a single token that text cannot become
   */
  record Piece(String text, boolean control) {}
}
