/**
 * Durable storage of people, paid replies, the ledger and the wake list: SQLite in one file.
 *
 * <p>One connection per store and a lock around it: SQLite has one writer at a time whatever is
 * built around it, every transaction here takes well under a millisecond, and a program that starts
 * for one command pays for no pool. Several processes may open the same file.
 */
@NullMarked
package dev.rapport.store;

import org.jspecify.annotations.NullMarked;
