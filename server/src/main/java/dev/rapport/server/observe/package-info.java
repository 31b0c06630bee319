/** Metrics, health and the log of requests; none holds anybody's words. */
@NullMarked
package dev.rapport.server.observe;

import org.jspecify.annotations.NullMarked;
