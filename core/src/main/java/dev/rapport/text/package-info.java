/** Reading text: counting tokens, normalising words, fencing data in prompts. */
@NullMarked
package dev.rapport.text;

import org.jspecify.annotations.NullMarked;
