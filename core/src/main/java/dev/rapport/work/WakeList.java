package dev.rapport.work;

import java.util.List;

/**
 * Durable list of keys that may have work, behind the embedded engine. Safe for several threads.
 */
public interface WakeList {
  /**
   * A key that may have work.
   *
   * @param wakes a stamp: grows with every wake of any key and never comes again, so that a key
   *     taken off and woken anew does not look as it did before
   */
  record Entry(String kind, String key, long wakes) {}

  /** Adds the key, or gives it a newer stamp. Durable when it returns. */
  void wake(String kind, String key);

  /** Everything on the list, oldest first. */
  List<Entry> all();

  /**
   * The key's stamp as it stands now, so that a wake during work is seen.
   *
   * @return 0 when it is not on the list
   */
  long wakes(String kind, String key);

  /** Takes the key off unless it was woken again since {@code entry} was read. */
  boolean remove(Entry entry);
}
