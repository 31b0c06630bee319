/** Reads conversations from the files people have: exports, message lists, transcripts. */
@NullMarked
package dev.rapport.data.read;

import org.jspecify.annotations.NullMarked;
