/**
 * An OpenAI-compatible address that adds what is known of the person and hears what is said, and
 * forwards everything else as it is.
 */
@NullMarked
package dev.rapport.server.proxy;

import org.jspecify.annotations.NullMarked;
