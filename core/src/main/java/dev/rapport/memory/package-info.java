/** The ports of memory: writing without a question, recalling, answering. */
@NullMarked
package dev.rapport.memory;

import org.jspecify.annotations.NullMarked;
