package dev.rapport.work;

import java.util.List;

/**
 * Durable list of keys that may have work, behind the embedded engine. Safe for several threads.
 */
public interface WakeList {
  /** A key that may have work, and how often it was woken when this was read. */
  record Entry(String kind, String key, long wakes) {}

  /** Adds the key or counts one more wake. Durable when it returns. */
  void wake(String kind, String key);

  /** Everything on the list, oldest first. */
  List<Entry> all();

  /**
   * The entry as it stands now, so that a wake during work is seen.
   *
   * @return how often it has been woken; 0 when it is not on the list
   */
  long wakes(String kind, String key);

  /** Takes the key off unless it was woken again since {@code entry} was read. */
  boolean remove(Entry entry);
}
