/** Samples of what the rules forbid. */
@NullMarked
package dev.rapport.architecture.bad.langchain4j;

import org.jspecify.annotations.NullMarked;
