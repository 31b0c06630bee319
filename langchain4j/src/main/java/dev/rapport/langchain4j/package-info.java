/** The memory for LangChain4j: its types in, our ports out. */
@NullMarked
package dev.rapport.langchain4j;

import org.jspecify.annotations.NullMarked;
