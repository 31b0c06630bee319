package dev.rapport.data.corpus;

import dev.rapport.data.internal.JsonPlace;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Reads one line of a corpus file. */
final class CorpusLine {
  private static final String NONE = "none";
  private static final Map<String, CorpusKind> KINDS = byName(CorpusKind.values());
  private static final Map<String, CorpusOwner> OWNERS = byName(CorpusOwner.values());

  private CorpusLine() {}

  /**
   * @param place as faults shall name it
   * @param ids those already used; the line's own is added
   */
  static CorpusMessage read(String place, String line, Set<String> ids) {
    JsonPlace root = JsonPlace.parse(place, line);
    String id = root.text("id");
    if (!ids.add(id)) {
      throw root.child("id").fault("\"%s\" is used twice".formatted(id), "Rename one.");
    }
    String owner = root.text("owner");
    if (!owner.equals(NONE) && !OWNERS.containsKey(owner)) {
      throw root.child("owner")
          .fault("\"%s\" is unknown".formatted(owner), "Write self, other or none.");
    }
    return owner.equals(NONE)
        ? new CorpusMessage.Silent(
            id, root.text("topic"), root.text("scenario"), root.text("user_text"))
        : revealing(root, id);
  }

  private static CorpusMessage revealing(JsonPlace root, String id) {
    return new CorpusMessage.Revealing(
        id,
        root.text("topic"),
        root.text("scenario"),
        root.text("user_text"),
        root.oneOf("owner", OWNERS),
        root.oneOf("kind", KINDS),
        root.text("preference"),
        root.text("query"),
        root.text("fits"),
        root.texts("misfits"));
  }

  private static <E extends Enum<E>> Map<String, E> byName(E[] values) {
    Map<String, E> byName = new LinkedHashMap<>();
    for (E value : values) {
      byName.put(value.name().toLowerCase(Locale.ROOT), value);
    }
    return byName;
  }
}
