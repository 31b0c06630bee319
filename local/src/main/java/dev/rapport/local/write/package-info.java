/** Writes a person's page by rules, sentence embeddings and small learned scorers. */
@NullMarked
package dev.rapport.local.write;

import org.jspecify.annotations.NullMarked;
