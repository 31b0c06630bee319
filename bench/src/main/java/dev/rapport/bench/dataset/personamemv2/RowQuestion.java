package dev.rapport.bench.dataset.personamemv2;

import dev.rapport.bench.dataset.Asked;
import dev.rapport.bench.dataset.Gold;
import dev.rapport.bench.dataset.Labels;
import dev.rapport.bench.dataset.Question;
import dev.rapport.conversation.Role;
import dev.rapport.data.internal.JsonPlace;
import dev.rapport.data.personamem.BenchmarkRow;
import dev.rapport.data.personamem.HistoryMessage;
import dev.rapport.data.personamem.Window;
import dev.rapport.memory.Query;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Makes a question of a row.
 *
 * @param place of the row, for faults
 */
record RowQuestion(BenchmarkRow row, Size size, String place) {
  private static final String FORGET = "ask_to_forget";
  private static final String OTHERS = "others";
  private static final String PRIVATE_DATA = "sensitive_info";
  private static final Pattern FOLDER =
      Pattern.compile("chat_history_(?:multimodal_)?([0-9]{1,4}k)");

  Question question(String id) {
    Window window = size.of(row);
    List<String> options = twinOptions().isEmpty() ? options() : twinOptions();
    return new Question(
        id,
        Integer.toString(row.personaId()),
        window.link(),
        extra("twin_set"),
        new Asked(new Query(row.userQuery().text()), options),
        gold(options),
        labels(window));
  }

  /** The right one first; a wrong one that says the same, or nothing, is left out. */
  private List<String> options() {
    Set<String> options = new LinkedHashSet<>();
    options.add(row.correctAnswer());
    row.incorrectAnswers().stream().filter(text -> !text.isBlank()).forEach(options::add);
    return options.size() < 2 ? List.of() : List.copyOf(options);
  }

  /** The options of a set of twins, in the order all of them share; empty for other rows. */
  private List<String> twinOptions() {
    String cell = extra("twin_options");
    if (cell.isBlank()) {
      return List.of();
    }
    JsonPlace list = JsonPlace.parse("%s, column twin_options".formatted(place), cell);
    List<String> options = list.items().stream().map(JsonPlace::scalar).toList();
    if (!options.contains(row.correctAnswer())) {
      throw list.fault(
          "does not hold the correct_answer \"%s\"".formatted(row.correctAnswer()), "Add it.");
    }
    return options;
  }

  private String extra(String column) {
    return row.extra().getOrDefault(column, "");
  }

  private Gold gold(List<String> options) {
    boolean forget = row.prefType().equals(FORGET);
    boolean negative = forget || row.who().equals(OTHERS) || row.sensitiveInfo();
    return new Gold(
        options.indexOf(row.correctAnswer()),
        row.correctAnswer(),
        preference(forget),
        row.prevPref(),
        negative ? Gold.Protocol.NEGATIVE : Gold.Protocol.POSITIVE,
        evidence());
  }

  /**
   * Of a wish to forget, what is to be forgotten; of private data, which the table does not hold,
   * the words it was given away in.
   */
  private String preference(boolean forget) {
    if (forget && !row.prevPref().isBlank()) {
      return row.prevPref();
    }
    boolean hidden = row.sensitiveInfo() || row.preference().equals(PRIVATE_DATA);
    return hidden && !evidence().isEmpty()
        ? evidence().stream().collect(Collectors.joining("\n"))
        : row.preference();
  }

  /** What the person said in the conversation that reveals the preference. */
  private List<String> evidence() {
    return row.relatedConversationSnippet().stream()
        .filter(message -> message.role() == Role.USER)
        .map(HistoryMessage::text)
        .filter(text -> !text.isBlank())
        .toList();
  }

  /** Samples of other sizes stand in the 32k columns; their folder tells. */
  private String sizeOf(Window window) {
    Matcher folder = FOLDER.matcher(window.link());
    return folder.find() ? folder.group(1) : size.label();
  }

  private Labels labels(Window window) {
    var values = new LinkedHashMap<String, String>();
    values.put(Labels.TYPE, row.sensitiveInfo() ? PRIVATE_DATA : row.prefType());
    values.put(Labels.UPDATED, Boolean.toString(row.updated()));
    values.put(Labels.WHO, row.who());
    values.put(Labels.PRIVATE, Boolean.toString(row.sensitiveInfo()));
    values.put(Labels.SCENARIO, row.conversationScenario());
    values.put(Labels.TOPIC, row.topicQuery());
    values.put("topic_preference", row.topicPreference());
    if (window.distance() != Window.UNKNOWN) {
      values.put(Labels.DISTANCE, Long.toString(window.distance()));
    }
    values.put(Labels.SIZE, sizeOf(window));
    values.put("split", extra("split"));
    values.values().removeIf(String::isBlank);
    return new Labels(values);
  }
}
