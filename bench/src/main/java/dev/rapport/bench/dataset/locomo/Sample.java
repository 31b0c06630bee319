package dev.rapport.bench.dataset.locomo;

import dev.rapport.bench.dataset.Asked;
import dev.rapport.bench.dataset.Gold;
import dev.rapport.bench.dataset.Labels;
import dev.rapport.bench.dataset.Question;
import dev.rapport.conversation.Message;
import dev.rapport.data.internal.JsonPlace;
import dev.rapport.memory.Query;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * One pair of people and the questions on them.
 *
 * @param said by dialogue id, in order
 * @param nowhere fills with evidence that names no message, as questions are made
 */
record Sample(String id, Map<String, Message> said, List<JsonPlace> asked, List<String> nowhere) {
  /** The published ids are sometimes joined or mistyped: "D8:6; D9:17", "D:11:26", "D30:05". */
  private static final Pattern DIALOGUE = Pattern.compile("D:?0*(\\d{1,4}):0*(\\d{1,4})");

  static Sample read(JsonPlace place) {
    Map<String, Message> said = Talk.read(place.child("conversation"));
    if (said.isEmpty()) {
      throw place.child("conversation").fault("has no session", "Add session_1 and its date.");
    }
    return new Sample(place.text("sample_id"), said, place.list("qa"), new ArrayList<>());
  }

  Stream<Message> messages() {
    return said.values().stream();
  }

  List<Question> questions() {
    List<Question> questions = new ArrayList<>();
    for (int i = 0; i < asked.size(); i++) {
      questions.add(question(asked.get(i), "%s/q%d".formatted(id, i)));
    }
    return questions;
  }

  private Question question(JsonPlace place, String questionId) {
    Category category = Category.of(place);
    var labels = new LinkedHashMap<String, String>();
    labels.put(Labels.CATEGORY, category.label());
    return new Question(
        questionId,
        id,
        id,
        "",
        new Asked(new Query(place.text("question")), List.of()),
        gold(place, category),
        new Labels(labels));
  }

  private Gold gold(JsonPlace place, Category category) {
    boolean trap = category == Category.ADVERSARIAL;
    return new Gold(
        Gold.NO_OPTION,
        trap ? "" : answer(place.scalar("answer"), category),
        "",
        "",
        trap ? Gold.Protocol.ABSTAIN : Gold.Protocol.FACT,
        evidence(place));
  }

  /** Of an open-domain answer the published evaluation takes what stands before a semicolon. */
  private static String answer(String text, Category category) {
    int end = category == Category.OPEN_DOMAIN ? text.indexOf(';') : -1;
    return (end < 0 ? text : text.substring(0, end)).strip();
  }

  /** An id that names no message is passed over and noted: the published file has a few. */
  private List<String> evidence(JsonPlace place) {
    Set<String> texts = new LinkedHashSet<>();
    if (!place.lacks("evidence")) {
      for (JsonPlace ids : place.list("evidence")) {
        add(ids.scalar(), texts);
      }
    }
    return List.copyOf(texts);
  }

  private void add(String ids, Set<String> texts) {
    Matcher id = DIALOGUE.matcher(ids);
    boolean any = false;
    while (id.find()) {
      any = true;
      Message message = said.get("D%s:%s".formatted(id.group(1), id.group(2)));
      if (message == null) {
        nowhere.add(id.group());
      } else {
        texts.add(message.text());
      }
    }
    if (!any) {
      nowhere.add(ids);
    }
  }
}
