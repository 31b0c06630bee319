package dev.rapport.data.personamem;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The 27 columns in their official order; a column's name is the constant's in lower case. */
enum Column {
  PERSONA_ID,
  CHAT_HISTORY_32K_LINK,
  CHAT_HISTORY_128K_LINK,
  RAW_PERSONA_FILE,
  SHORT_PERSONA,
  EXPANDED_PERSONA,
  USER_QUERY,
  CORRECT_ANSWER,
  INCORRECT_ANSWERS,
  TOPIC_QUERY,
  PREFERENCE,
  TOPIC_PREFERENCE,
  CONVERSATION_SCENARIO,
  PREF_TYPE,
  RELATED_CONVERSATION_SNIPPET,
  WHO,
  UPDATED,
  PREV_PREF,
  SENSITIVE_INFO,
  TOTAL_TOKENS_IN_CHAT_HISTORY_32K,
  TOTAL_TOKENS_IN_CHAT_HISTORY_128K,
  DISTANCE_FROM_RELATED_SNIPPET_TO_QUERY_32K,
  DISTANCE_FROM_RELATED_SNIPPET_TO_QUERY_128K,
  NUM_PERSONA_RELEVANT_TOKENS_32K,
  NUM_PERSONA_IRRELEVANT_TOKENS_32K,
  NUM_PERSONA_RELEVANT_TOKENS_128K,
  NUM_PERSONA_IRRELEVANT_TOKENS_128K;

  String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  static List<String> labels() {
    return Arrays.stream(values()).map(Column::label).toList();
  }

  static Map<String, Column> byLabel() {
    Map<String, Column> columns = new LinkedHashMap<>();
    Arrays.stream(values()).forEach(column -> columns.put(column.label(), column));
    return columns;
  }
}
