/** Who calls, and what they may touch. */
@NullMarked
package dev.rapport.server.auth;

import org.jspecify.annotations.NullMarked;
