/** What was said: turns in order, with an identity that survives reading the same text again. */
@NullMarked
package dev.rapport.conversation;

import org.jspecify.annotations.NullMarked;
