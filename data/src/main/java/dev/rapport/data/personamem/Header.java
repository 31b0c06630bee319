package dev.rapport.data.personamem;

import dev.rapport.data.DatasetException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/** Which column stands where: by name, in any order, early files' names understood. */
final class Header {
  private static final List<Column> NEEDED =
      List.of(
          Column.PERSONA_ID, Column.USER_QUERY, Column.CORRECT_ANSWER, Column.INCORRECT_ANSWERS);
  private static final List<String> EARLY_LINKS =
      List.of("chat_history_link", "chat_history_multimodal_link");

  private final Map<Column, Integer> places;
  private final SequencedMap<String, Integer> extra;

  private Header(Map<Column, Integer> places, SequencedMap<String, Integer> extra) {
    this.places = places;
    this.extra = extra;
  }

  static Header of(List<String> names, String file) {
    Map<Column, Integer> places = new EnumMap<>(Column.class);
    SequencedMap<String, Integer> extra = new LinkedHashMap<>();
    Map<String, Column> official = Column.byLabel();
    for (int i = 0; i < names.size(); i++) {
      String name = names.get(i);
      Column column = official.get(name);
      if (column == null) {
        extra.put(name, i);
      } else {
        places.put(column, i);
      }
    }
    early(places, extra);
    checkNeeded(places, names, file);
    return new Header(places, extra);
  }

  private static void early(Map<Column, Integer> places, Map<String, Integer> extra) {
    for (String name : EARLY_LINKS) {
      boolean named =
          places.containsKey(Column.CHAT_HISTORY_32K_LINK)
              || places.containsKey(Column.CHAT_HISTORY_128K_LINK);
      Integer place = extra.get(name);
      if (!named && place != null) {
        places.put(Column.CHAT_HISTORY_32K_LINK, place);
      }
    }
  }

  private static void checkNeeded(Map<Column, Integer> places, List<String> names, String file) {
    List<String> missing = new ArrayList<>();
    NEEDED.stream().filter(c -> !places.containsKey(c)).forEach(c -> missing.add(c.label()));
    if (!places.containsKey(Column.CHAT_HISTORY_32K_LINK)
        && !places.containsKey(Column.CHAT_HISTORY_128K_LINK)) {
      missing.add("chat_history_32k_link or chat_history_128k_link");
    }
    if (!missing.isEmpty()) {
      throw new DatasetException(
          "%s, header: no column %s among %s. Give a PersonaMem-v2 table, with commas between cells."
              .formatted(file, missing, HistoryMessage.start(names.toString())));
    }
  }

  /** The cell of a column; empty if the file lacks the column. */
  String cell(List<String> cells, Column column) {
    Integer place = places.get(column);
    return place == null ? "" : cells.get(place);
  }

  SequencedMap<String, String> extra(List<String> cells) {
    SequencedMap<String, String> values = new LinkedHashMap<>();
    extra.forEach((name, place) -> values.put(name, cells.get(place)));
    return values;
  }
}
