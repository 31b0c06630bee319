/** What went wrong, for whoever called (RFC 9457). */
@NullMarked
package dev.rapport.server.problem;

import org.jspecify.annotations.NullMarked;
