/** Work and rate limits that several equal processes share on one PostgreSQL. */
@NullMarked
package dev.rapport.scheduler;

import org.jspecify.annotations.NullMarked;
