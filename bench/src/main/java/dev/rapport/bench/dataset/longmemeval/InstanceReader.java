package dev.rapport.bench.dataset.longmemeval;

import dev.rapport.bench.dataset.Asked;
import dev.rapport.bench.dataset.Gold;
import dev.rapport.bench.dataset.Labels;
import dev.rapport.bench.dataset.Question;
import dev.rapport.bench.dataset.file.JsonWalk;
import dev.rapport.bench.dataset.file.Said;
import dev.rapport.bench.dataset.file.Spot;
import dev.rapport.data.internal.JsonPlace;
import dev.rapport.memory.Query;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Walks one instance, its fields in whatever order. */
final class InstanceReader {
  private static final String ABSTENTION = "_abs";
  private static final String PREFERENCE = "single-session-preference";
  private static final List<String> NEEDED =
      List.of("question_id", "question_type", "question", "answer", "question_date");

  private final JsonWalk walk;
  private final Map<String, String> texts = new LinkedHashMap<>();
  private final List<Spot> sessions = new ArrayList<>();
  private final List<Instant> dates = new ArrayList<>();
  private final List<String> evidence = new ArrayList<>();

  private InstanceReader(JsonWalk walk) {
    this.walk = walk;
  }

  static Instance read(JsonWalk walk, String size) {
    InstanceReader reader = new InstanceReader(walk);
    reader.walkFields();
    return new Instance(reader.question(size), reader.byDate());
  }

  private void walkFields() {
    walk.enterObject();
    while (walk.nextField()) {
      switch (walk.field()) {
        case "haystack_sessions" -> walkSessions();
        case "haystack_dates" -> walkDates(walk.tree());
        default -> {
          if (NEEDED.contains(walk.field())) {
            texts.put(walk.field(), walk.scalar());
          } else {
            walk.skip();
          }
        }
      }
    }
    for (String field : NEEDED) {
      if (texts.getOrDefault(field, "").isBlank()) {
        throw walk.fault("has no field \"%s\", or a blank one".formatted(field), "Fill it in.");
      }
    }
    if (sessions.size() != dates.size()) {
      throw walk.fault(
          "question %s has %d sessions and %d dates"
              .formatted(text("question_id"), sessions.size(), dates.size()),
          "Give each of haystack_sessions its date in haystack_dates.");
    }
  }

  private void walkSessions() {
    walk.enterList();
    while (walk.nextElement()) {
      sessions.add(walk.spot());
      walk.enterList();
      while (walk.nextElement()) {
        Said said = Said.read(walk);
        if (said.marked()) {
          evidence.add(said.text());
        }
      }
    }
  }

  private void walkDates(JsonPlace list) {
    for (JsonPlace date : list.items()) {
      String text = date.scalar();
      dates.add(
          Dates.parse(text)
              .orElseThrow(
                  () ->
                      date.fault(
                          "is \"%s\"".formatted(text), "Write it as 2023/05/20 (Sat) 02:21.")));
    }
  }

  private List<SessionSpot> byDate() {
    List<SessionSpot> spots = new ArrayList<>();
    for (int i = 0; i < sessions.size(); i++) {
      spots.add(new SessionSpot(sessions.get(i), dates.get(i)));
    }
    spots.sort(Comparator.comparing(SessionSpot::at));
    return spots;
  }

  private Question question(String size) {
    String id = text("question_id");
    String query = "%s (Today is %s.)".formatted(text("question"), text("question_date"));
    return new Question(
        id, id, id, "", new Asked(new Query(query), List.of()), gold(id), labels(id, size));
  }

  private Gold gold(String id) {
    String answer = text("answer");
    boolean wish = text("question_type").equals(PREFERENCE);
    Gold.Protocol told = wish ? Gold.Protocol.POSITIVE : Gold.Protocol.FACT;
    return new Gold(
        Gold.NO_OPTION,
        answer,
        wish ? answer : "",
        "",
        id.endsWith(ABSTENTION) ? Gold.Protocol.ABSTAIN : told,
        evidence);
  }

  private Labels labels(String id, String size) {
    String type = text("question_type");
    var values = new LinkedHashMap<String, String>();
    values.put(Labels.CATEGORY, id.endsWith(ABSTENTION) ? "abstention" : type);
    values.put(Labels.TYPE, type);
    values.put(Labels.SIZE, size);
    return new Labels(values);
  }

  private String text(String field) {
    return texts.getOrDefault(field, "");
  }
}
