/** What an assistant needs of a memory, whatever framework it is built with. */
@NullMarked
package dev.rapport.assistant;

import org.jspecify.annotations.NullMarked;
