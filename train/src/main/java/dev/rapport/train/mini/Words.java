package dev.rapport.train.mini;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The whole vocabulary of the world: one id for each word. */
public final class Words {
  /** Ends what the model writes. */
  static final int END = 0;

  private static final Words ALL = new Words();

  private final List<String> words = new ArrayList<>();
  private final Map<String, Integer> ids = new LinkedHashMap<>();

  private Words() {
    add("<end>");
    for (String word :
        ("write history page ask any enjoyed had tried no more now forget sister boss"
                + " neighbour likes fix loop sort list convert units .")
            .split(" ")) {
      add(word);
    }
    for (Topic topic : Topic.ALL) {
      add(topic.name());
      topic.tastes().forEach(this::add);
      topic.hints().forEach(hints -> hints.forEach(this::add));
    }
  }

  private void add(String word) {
    if (ids.putIfAbsent(word, words.size()) != null) {
      throw new IllegalStateException("the word \"%s\" is listed twice".formatted(word));
    }
    words.add(word);
  }

  static int size() {
    return ALL.words.size();
  }

  static int id(String word) {
    Integer id = ALL.ids.get(word);
    if (id == null) {
      throw new IllegalArgumentException("\"%s\" is no word of this world".formatted(word));
    }
    return id;
  }

  static int[] ids(List<String> words) {
    return words.stream().mapToInt(Words::id).toArray();
  }

  static List<String> words(int... ids) {
    var words = new ArrayList<String>();
    for (int id : ids) {
      words.add(ALL.words.get(id));
    }
    return words;
  }

  /** Ids as a reader sees them. */
  static String text(int... ids) {
    return String.join(" ", words(ids));
  }
}
