/**
 * Answers from a page without a language model: options are weighed by the page's lines, open
 * questions get the lines that bear on them. What was trained, on what, and how far it carries is
 * told in the resource {@code MODEL_CARD.md} beside this package.
 */
@NullMarked
package dev.rapport.local.answer;

import org.jspecify.annotations.NullMarked;
