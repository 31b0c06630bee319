/** Paid calls and keyed work: journal, limiter, ledger, lease, and the engine that drives them. */
@NullMarked
package dev.rapport.work;

import org.jspecify.annotations.NullMarked;
