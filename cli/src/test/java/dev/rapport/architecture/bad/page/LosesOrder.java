package dev.rapport.architecture.bad.page;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Core that keeps things in no order. */
public final class LosesOrder {
  public Map<String, String> map() {
    return new HashMap<>();
  }

  public Set<String> set(List<String> words) {
    return words.stream().collect(Collectors.toSet());
  }
}
