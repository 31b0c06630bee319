package dev.rapport.work;

/** Writes down every attempt at a paid call. Durable when it returns; safe for several threads. */
@FunctionalInterface
public interface Ledger {
  void record(LedgerEntry entry);
}
