package dev.rapport.work;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A wake list that is gone with the JVM. */
public final class MemoryWakeList implements WakeList {
  private record Id(String kind, String key) {}

  private final Map<Id, Long> stamps = new LinkedHashMap<>();
  private long last;

  @Override
  public synchronized void wake(String kind, String key) {
    stamps.put(new Id(kind, key), ++last);
  }

  @Override
  public synchronized List<Entry> all() {
    List<Entry> entries = new ArrayList<>();
    stamps.forEach((id, stamp) -> entries.add(new Entry(id.kind(), id.key(), stamp)));
    return entries;
  }

  @Override
  public synchronized long wakes(String kind, String key) {
    return stamps.getOrDefault(new Id(kind, key), 0L);
  }

  @Override
  public synchronized boolean remove(Entry entry) {
    return stamps.remove(new Id(entry.kind(), entry.key()), entry.wakes());
  }
}
