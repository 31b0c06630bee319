package dev.rapport.local.write;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Groups of words and word pairs that tell something of a sentence, counted in one pass. */
final class Cues {
  private static final Cues SHIPPED = load();

  private final List<String> names;
  private final Map<String, List<Integer>> groupsByWord;
  private final int longest;

  private Cues(List<String> names, Map<String, List<Integer>> groupsByWord, int longest) {
    this.names = List.copyOf(names);
    this.groupsByWord = groupsByWord;
    this.longest = longest;
  }

  static Cues shipped() {
    return SHIPPED;
  }

  List<String> names() {
    return names;
  }

  /** How often each group occurs, in the order of {@link #names()}. */
  int[] count(List<String> words) {
    int[] counts = new int[names.size()];
    for (int from = 0; from < words.size(); from++) {
      StringBuilder phrase = new StringBuilder();
      for (int length = 1; length <= longest && from + length <= words.size(); length++) {
        phrase.append(length == 1 ? "" : "_").append(words.get(from + length - 1));
        for (int group : groupsByWord.getOrDefault(phrase.toString(), List.of())) {
          counts[group]++;
        }
      }
    }
    return counts;
  }

  int indexOf(String name) {
    int index = names.indexOf(name);
    if (index < 0) {
      throw new IllegalArgumentException(
          "cue group \"%s\" is not one of %s".formatted(name, names));
    }
    return index;
  }

  private static Cues load() {
    Map<String, List<Integer>> groups = new LinkedHashMap<>();
    LinkedHashMap<String, Integer> names = new LinkedHashMap<>();
    int longest = 1;
    for (String line : Resources.lines("cues.txt")) {
      int colon = line.indexOf(':');
      int group = names.size();
      names.put(line.substring(0, colon), group);
      for (String word : line.substring(colon + 1).strip().split(" ", -1)) {
        longest = Math.max(longest, word.split("_", -1).length);
        List<Integer> of = groups.computeIfAbsent(word, unseen -> new ArrayList<>());
        if (!of.contains(group)) {
          of.add(group);
        }
      }
    }
    return new Cues(new ArrayList<>(names.keySet()), groups, longest);
  }
}
