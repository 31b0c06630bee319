/** Token counters that agree with the tokenizers of real models, token for token. */
@NullMarked
package dev.rapport.tokens;

import org.jspecify.annotations.NullMarked;
