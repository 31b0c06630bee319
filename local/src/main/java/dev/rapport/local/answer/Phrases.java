package dev.rapport.local.answer;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A group of phrases from {@code refusals.txt}. Immutable. */
record Phrases(Map<List<String>, List<String>> meanings) {
  private static final String RESOURCE = "refusals.txt";
  private static final Map<String, Phrases> GROUPS = load();

  static Phrases of(String group) {
    Phrases phrases = GROUPS.get(group);
    if (phrases == null) {
      throw new IllegalArgumentException(
          "\"%s\" is no group of %s; take one of %s".formatted(group, RESOURCE, GROUPS.keySet()));
    }
    return phrases;
  }

  /** How many words the longest phrase that begins here has; 0 if none begins here. */
  int at(List<String> words, int from) {
    int longest = 0;
    for (List<String> phrase : meanings.keySet()) {
      int end = from + phrase.size();
      if (phrase.size() > longest
          && end <= words.size()
          && words.subList(from, end).equals(phrase)) {
        longest = phrase.size();
      }
    }
    return longest;
  }

  /** Whether a phrase of the group lies inside. */
  boolean in(List<String> words) {
    for (int i = 0; i < words.size(); i++) {
      if (at(words, i) > 0) {
        return true;
      }
    }
    return false;
  }

  List<String> meaning(List<String> phrase) {
    return meanings.getOrDefault(phrase, List.of());
  }

  private static Map<String, Phrases> load() {
    try (InputStream in = Phrases.class.getResourceAsStream(RESOURCE)) {
      if (in == null) {
        throw new IllegalStateException(
            "%s is missing from the jar; build or fetch it again".formatted(RESOURCE));
      }
      Map<String, Phrases> groups = new LinkedHashMap<>();
      new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .forEach(
              line -> {
                int colon = line.indexOf(':');
                groups.put(line.substring(0, colon), parse(line.substring(colon + 1).strip()));
              });
      return groups;
    } catch (IOException e) {
      throw new UncheckedIOException("%s cannot be read".formatted(RESOURCE), e);
    }
  }

  private static Phrases parse(String group) {
    Map<List<String>, List<String>> meanings = new LinkedHashMap<>();
    for (String entry : group.split(" ", -1)) {
      int equals = entry.indexOf('=');
      String phrase = equals < 0 ? entry : entry.substring(0, equals);
      List<String> meaning =
          equals < 0 ? List.of() : Arrays.asList(entry.substring(equals + 1).split(",", -1));
      meanings.put(List.of(phrase.split("_", -1)), List.copyOf(meaning));
    }
    return new Phrases(meanings);
  }
}
