package dev.rapport.local.answer;

import dev.rapport.local.embed.Reading;
import java.util.function.Function;

/**
 * Reads texts as evidence sees them.
 *
 * @param model reads tokens
 */
record Views(Function<String, Reading> model, Background background) {
  TextView of(Voice voice, String text) {
    return background.view(voice, model.apply(text));
  }
}
