/** From text to a model's ids and back, and how a conversation is written down for it. */
@NullMarked
package dev.rapport.train.tokenizer;

import org.jspecify.annotations.NullMarked;
