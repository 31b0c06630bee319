/** Reading large files by the byte: indexed once, streamed whenever a history is wanted. */
@NullMarked
package dev.rapport.bench.dataset.file;

import org.jspecify.annotations.NullMarked;
