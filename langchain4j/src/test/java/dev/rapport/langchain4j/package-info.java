@NullMarked
package dev.rapport.langchain4j;

import org.jspecify.annotations.NullMarked;
