package dev.rapport.data.personamem;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import dev.rapport.data.DatasetException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes a table as published: 27 columns in order, queries as Python prints a dict, lists as JSON,
 * {@code True} and {@code False}, UTF-8 without a mark, {@code \n} between rows. A table written
 * here and read again is written with the same bytes. Extra columns come after the official ones.
 */
public final class BenchmarkWriter implements AutoCloseable {
  private final Path file;
  private final List<String> extra;
  private final CsvWriter csv;

  private BenchmarkWriter(Path file, List<String> extra, CsvWriter csv) {
    this.file = file;
    this.extra = List.copyOf(extra);
    this.csv = csv;
  }

  /** Makes the file, or empties it, and writes the header. */
  public static BenchmarkWriter to(Path file, List<String> extraColumns) {
    try {
      CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(file);
      List<String> header = new ArrayList<>(Column.labels());
      header.addAll(extraColumns);
      csv.writeRecord(header);
      return new BenchmarkWriter(file, extraColumns, csv);
    } catch (IOException e) {
      throw unwritable(file, e);
    }
  }

  public void write(BenchmarkRow row) {
    List<String> cells = new ArrayList<>();
    for (Column column : Column.values()) {
      cells.add(cell(row, column));
    }
    extra.forEach(name -> cells.add(row.extra().getOrDefault(name, "")));
    try {
      csv.writeRecord(cells);
    } catch (UncheckedIOException e) {
      throw unwritable(file, e);
    }
  }

  private static String cell(BenchmarkRow row, Column column) {
    Window small = row.window32k();
    Window large = row.window128k();
    return switch (column) {
      case PERSONA_ID -> Integer.toString(row.personaId());
      case CHAT_HISTORY_32K_LINK -> small.link();
      case CHAT_HISTORY_128K_LINK -> large.link();
      case RAW_PERSONA_FILE -> row.rawPersonaFile();
      case SHORT_PERSONA -> row.shortPersona();
      case EXPANDED_PERSONA -> row.expandedPersona();
      case USER_QUERY -> PythonText.repr(row.userQuery().write());
      case CORRECT_ANSWER -> row.correctAnswer();
      case INCORRECT_ANSWERS -> texts(row.incorrectAnswers());
      case TOPIC_QUERY -> row.topicQuery();
      case PREFERENCE -> row.preference();
      case TOPIC_PREFERENCE -> row.topicPreference();
      case CONVERSATION_SCENARIO -> row.conversationScenario();
      case PREF_TYPE -> row.prefType();
      case RELATED_CONVERSATION_SNIPPET -> messages(row.relatedConversationSnippet());
      case WHO -> row.who();
      case UPDATED -> PythonText.flag(row.updated());
      case PREV_PREF -> row.prevPref();
      case SENSITIVE_INFO -> PythonText.flag(row.sensitiveInfo());
      case TOTAL_TOKENS_IN_CHAT_HISTORY_32K -> number(small.totalTokens());
      case TOTAL_TOKENS_IN_CHAT_HISTORY_128K -> number(large.totalTokens());
      case DISTANCE_FROM_RELATED_SNIPPET_TO_QUERY_32K -> number(small.distance());
      case DISTANCE_FROM_RELATED_SNIPPET_TO_QUERY_128K -> number(large.distance());
      case NUM_PERSONA_RELEVANT_TOKENS_32K -> number(small.relevantTokens());
      case NUM_PERSONA_IRRELEVANT_TOKENS_32K -> number(small.irrelevantTokens());
      case NUM_PERSONA_RELEVANT_TOKENS_128K -> number(large.relevantTokens());
      case NUM_PERSONA_IRRELEVANT_TOKENS_128K -> number(large.irrelevantTokens());
    };
  }

  static String texts(List<String> texts) {
    ArrayNode list = JsonNodeFactory.instance.arrayNode();
    texts.forEach(list::add);
    return texts.isEmpty() ? "" : PythonText.json(list);
  }

  private static String messages(List<HistoryMessage> messages) {
    ArrayNode list = JsonNodeFactory.instance.arrayNode();
    messages.forEach(message -> list.add(message.write()));
    return messages.isEmpty() ? "" : PythonText.json(list);
  }

  private static String number(long value) {
    return value == Window.UNKNOWN ? "" : Long.toString(value);
  }

  static DatasetException unwritable(Path file, Exception cause) {
    return new DatasetException(
        "%s cannot be written (%s). Check the folder, its rights and the room on the disk."
            .formatted(file, cause.getClass().getSimpleName()),
        cause);
  }

  @Override
  public void close() {
    try {
      csv.close();
    } catch (IOException e) {
      throw unwritable(file, e);
    }
  }
}
