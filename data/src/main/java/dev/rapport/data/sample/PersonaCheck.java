package dev.rapport.data.sample;

import dev.rapport.data.internal.JsonPlace;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the parts of a persona file owe one another; a fault names its place. */
final class PersonaCheck {
  static final int WRONG_OPTIONS = 3;

  private PersonaCheck() {}

  static void check(
      JsonPlace root,
      List<Session> sessions,
      List<Preference> preferences,
      List<Question> questions) {
    Map<String, Session> sessionsById = new LinkedHashMap<>();
    sessions.forEach(session -> sessionsById.put(session.id(), session));
    Set<String> preferenceIds = new HashSet<>(preferences.stream().map(Preference::id).toList());
    noTwiceUsedId(root.list("sessions"));
    noTwiceUsedId(root.list("preferences"));
    noTwiceUsedId(root.list("questions"));
    root.list("sessions").forEach(place -> reveals(place, preferenceIds));
    root.list("preferences").forEach(place -> preference(place, preferenceIds, sessionsById));
    List<JsonPlace> questionPlaces = root.list("questions");
    for (int i = 0; i < questions.size(); i++) {
      known(questionPlaces.get(i), "preference", preferenceIds);
      options(questionPlaces.get(i), questions.get(i));
    }
  }

  static void known(JsonPlace place, String field, Collection<String> ids) {
    String id = place.text(field);
    if (!ids.contains(id)) {
      throw place
          .child(field)
          .fault("\"%s\" names nothing in this persona".formatted(id), "Mend the id.");
    }
  }

  static void evidence(JsonPlace place, List<SampleMessage> messages) {
    if (!SampleMessage.anyFromUserHolds(messages, place.text("evidence"))) {
      throw place
          .child("evidence")
          .fault("is in no user message", "Copy it verbatim from the message that reveals it.");
    }
  }

  private static void noTwiceUsedId(List<JsonPlace> places) {
    Set<String> ids = new HashSet<>();
    for (JsonPlace place : places) {
      if (!ids.add(place.text("id"))) {
        throw place
            .child("id")
            .fault("\"%s\" is used twice".formatted(place.text("id")), "Rename one.");
      }
    }
  }

  private static void reveals(JsonPlace place, Set<String> preferenceIds) {
    List<String> reveals = place.texts("reveals");
    if (!preferenceIds.containsAll(reveals)) {
      throw place
          .child("reveals")
          .fault("%s names an unknown preference".formatted(reveals), "Mend the id.");
    }
  }

  private static void preference(
      JsonPlace place, Set<String> preferenceIds, Map<String, Session> sessions) {
    known(place, "session", sessions.keySet());
    Session session = sessions.get(place.text("session"));
    evidence(place, session == null ? List.of() : session.messages());
    if (!place.lacks("previous")) {
      known(place, "previous", preferenceIds);
    }
    if (place.flag("updated") == place.lacks("previous")) {
      throw place
          .child("updated")
          .fault(
              "is %s while \"previous\" says otherwise".formatted(place.flag("updated")),
              "It is true exactly when there is a previous preference.");
    }
  }

  private static void options(JsonPlace place, Question question) {
    Set<String> options = new HashSet<>(question.incorrect());
    options.add(question.correct());
    if (question.incorrect().size() != WRONG_OPTIONS || options.size() != WRONG_OPTIONS + 1) {
      throw place
          .child("incorrect")
          .fault(
              "has %d options, or two that are equal".formatted(question.incorrect().size()),
              "Write three, different from one another and from the correct one.");
    }
  }
}
