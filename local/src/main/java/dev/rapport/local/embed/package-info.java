/** Sentence embeddings by bge-small-en-v1.5 in this process: no server, no key, no network. */
@NullMarked
package dev.rapport.local.embed;

import org.jspecify.annotations.NullMarked;
