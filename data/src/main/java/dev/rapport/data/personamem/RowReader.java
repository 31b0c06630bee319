package dev.rapport.data.personamem;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.rapport.conversation.Role;
import dev.rapport.data.DatasetException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Makes a row of its cells; a fault names the column. */
final class RowReader {
  private static final String WHOLE = "Write a whole number, 0 or more.";

  private final Header header;
  private final List<String> cells;
  private final String place;

  RowReader(Header header, List<String> cells, String place) {
    this.header = header;
    this.cells = cells;
    this.place = place;
  }

  BenchmarkRow read() {
    return new BenchmarkRow(
        personaId(),
        new Window(
            text(Column.CHAT_HISTORY_32K_LINK),
            number(Column.TOTAL_TOKENS_IN_CHAT_HISTORY_32K),
            number(Column.DISTANCE_FROM_RELATED_SNIPPET_TO_QUERY_32K),
            number(Column.NUM_PERSONA_RELEVANT_TOKENS_32K),
            number(Column.NUM_PERSONA_IRRELEVANT_TOKENS_32K)),
        new Window(
            text(Column.CHAT_HISTORY_128K_LINK),
            number(Column.TOTAL_TOKENS_IN_CHAT_HISTORY_128K),
            number(Column.DISTANCE_FROM_RELATED_SNIPPET_TO_QUERY_128K),
            number(Column.NUM_PERSONA_RELEVANT_TOKENS_128K),
            number(Column.NUM_PERSONA_IRRELEVANT_TOKENS_128K)),
        text(Column.RAW_PERSONA_FILE),
        text(Column.SHORT_PERSONA),
        text(Column.EXPANDED_PERSONA),
        userQuery(),
        text(Column.CORRECT_ANSWER),
        answers(),
        text(Column.TOPIC_QUERY),
        text(Column.PREFERENCE),
        text(Column.TOPIC_PREFERENCE),
        text(Column.CONVERSATION_SCENARIO),
        text(Column.PREF_TYPE),
        snippet(),
        text(Column.WHO),
        flag(Column.UPDATED),
        text(Column.PREV_PREF),
        flag(Column.SENSITIVE_INFO),
        header.extra(cells));
  }

  /** A table of decimals writes an empty cell as "nan". */
  private String text(Column column) {
    String cell = header.cell(cells, column);
    return cell.strip().equalsIgnoreCase("nan") ? "" : cell;
  }

  private int personaId() {
    long id = number(Column.PERSONA_ID);
    if (id < 0 || id > Integer.MAX_VALUE) {
      throw fault(Column.PERSONA_ID, "is \"%s\"".formatted(shown(Column.PERSONA_ID)), WHOLE);
    }
    return (int) id;
  }

  /** Empty cells are unknown; whole numbers may have been through a table of decimals. */
  private long number(Column column) {
    String text = text(column).strip();
    if (text.isEmpty()) {
      return Window.UNKNOWN;
    }
    if (!text.matches("[0-9]{1,18}(\\.0*)?")) {
      throw fault(column, "is \"%s\"".formatted(shown(column)), WHOLE);
    }
    int point = text.indexOf('.');
    return Long.parseLong(point < 0 ? text : text.substring(0, point));
  }

  private boolean flag(Column column) {
    String text = text(column).strip().toLowerCase(Locale.ROOT);
    return switch (text) {
      case "true", "1", "1.0" -> true;
      case "false", "0", "0.0", "", "none" -> false;
      default -> throw fault(column, "is \"%s\"".formatted(shown(column)), "Write True or False.");
    };
  }

  /** A dict as Python or JSON has it; anything else is the query itself, as the reference does. */
  private HistoryMessage userQuery() {
    String cell = text(Column.USER_QUERY);
    try {
      JsonNode content = CellValue.parse(cell).get("content");
      if (content != null) {
        return HistoryMessage.of(Role.USER, content);
      }
    } catch (DatasetException notALiteral) {
      // The text stands for itself.
    }
    return HistoryMessage.of(Role.USER, cell.strip());
  }

  private List<String> answers() {
    List<String> answers = new ArrayList<>();
    for (JsonNode item : list(Column.INCORRECT_ANSWERS)) {
      if (item.isTextual()) {
        answers.add(item.textValue());
      } else if (!item.isNull()) {
        throw fault(
            Column.INCORRECT_ANSWERS,
            "holds %s".formatted(HistoryMessage.start(item.toString())),
            "Write a list of texts.");
      }
    }
    return answers;
  }

  private List<HistoryMessage> snippet() {
    List<HistoryMessage> messages = new ArrayList<>();
    for (JsonNode item : list(Column.RELATED_CONVERSATION_SNIPPET)) {
      try {
        messages.add(HistoryMessage.read(item));
      } catch (DatasetException e) {
        throw fault(
            Column.RELATED_CONVERSATION_SNIPPET,
            "is at fault: " + e.getMessage(),
            "Mend the message.");
      }
    }
    return messages;
  }

  private JsonNode list(Column column) {
    String cell = text(column);
    if (cell.isBlank()) {
      return JsonNodeFactory.instance.arrayNode();
    }
    JsonNode node;
    try {
      node = CellValue.parse(cell);
    } catch (DatasetException e) {
      throw fault(
          column,
          "is neither JSON nor a Python list (%s): \"%s\"".formatted(e.getMessage(), shown(column)),
          "Write a JSON list.");
    }
    if (!node.isArray()) {
      throw fault(column, "is no list: \"%s\"".formatted(shown(column)), "Write a JSON list.");
    }
    return node;
  }

  private String shown(Column column) {
    return HistoryMessage.start(text(column));
  }

  private DatasetException fault(Column column, String wrong, String mend) {
    return new DatasetException(
        "%s, column %s: %s. %s".formatted(place, column.label(), wrong, mend));
  }
}
