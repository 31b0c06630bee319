/** The memory with LangChain4j. */
@NullMarked
package dev.rapport.example.langchain4j;

import org.jspecify.annotations.NullMarked;
