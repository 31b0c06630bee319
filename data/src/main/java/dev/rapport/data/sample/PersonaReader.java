package dev.rapport.data.sample;

import dev.rapport.data.internal.JsonPlace;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads {@code pNN.json} and, if there is one, {@code pNN.twins.json}. */
final class PersonaReader {
  private static final Map<String, PreferenceType> TYPES = PreferenceType.byLabel();
  private static final Map<String, PreferenceOwner> OWNERS = byName();

  private PersonaReader() {}

  private static Map<String, PreferenceOwner> byName() {
    Map<String, PreferenceOwner> owners = new LinkedHashMap<>();
    owners.put("self", PreferenceOwner.SELF);
    owners.put("others", PreferenceOwner.OTHERS);
    return owners;
  }

  static SamplePersona read(SampleFiles files, String id) {
    String file = id + ".json";
    JsonPlace root = JsonPlace.parse(file, files.require(file));
    checkId(root, id);
    List<Session> sessions = root.list("sessions").stream().map(PersonaReader::session).toList();
    List<Preference> preferences =
        root.list("preferences").stream().map(PersonaReader::preference).toList();
    List<Question> questions =
        root.list("questions").stream().map(PersonaReader::question).toList();
    PersonaCheck.check(root, sessions, preferences, questions);
    return new SamplePersona(
        id,
        root.text("short_persona"),
        profile(root.child("profile")),
        sessions,
        preferences,
        questions,
        twins(files, id, questions));
  }

  private static List<Twin> twins(SampleFiles files, String id, List<Question> questions) {
    String file = id + ".twins.json";
    return files
        .find(file)
        .map(json -> TwinReader.read(file, json, id, questions))
        .orElse(List.of());
  }

  static void checkId(JsonPlace root, String id) {
    if (!root.text("persona_id").equals(id)) {
      throw root.child("persona_id")
          .fault(
              "is \"%s\" in a file named for \"%s\"".formatted(root.text("persona_id"), id),
              "Make the two agree.");
    }
  }

  private static Profile profile(JsonPlace place) {
    return new Profile(
        place.text("name"),
        place.number("age"),
        place.text("gender"),
        place.text("nationality"),
        place.text("race_ethnicity"),
        place.text("location"),
        place.texts("languages_spoken"),
        place.text("education"),
        place.text("occupation"),
        place.text("personality"),
        place.text("values"),
        place.text("speaking_style_to_chatbot"));
  }

  private static Session session(JsonPlace place) {
    return new Session(
        place.text("id"),
        place.text("scenario"),
        place.text("topic"),
        place.texts("reveals"),
        MessageReader.read(place));
  }

  private static Preference preference(JsonPlace place) {
    return new Preference(
        place.text("id"),
        place.text("text"),
        place.oneOf("type", TYPES),
        place.oneOf("who", OWNERS),
        place.text("topic"),
        place.text("session"),
        place.text("evidence"),
        place.lacks("previous") ? List.of() : List.of(place.text("previous")));
  }

  private static Question question(JsonPlace place) {
    return new Question(
        place.text("id"),
        place.text("preference"),
        place.text("topic"),
        place.text("query"),
        place.text("correct"),
        place.texts("incorrect"));
  }
}
