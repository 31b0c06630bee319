/** One process that serves the pages: its parts, and what they share. */
@NullMarked
package dev.rapport.server;

import org.jspecify.annotations.NullMarked;
