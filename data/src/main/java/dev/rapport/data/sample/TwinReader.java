package dev.rapport.data.sample;

import dev.rapport.data.internal.JsonPlace;
import java.util.ArrayList;
import java.util.List;

/** Reads and checks {@code pNN.twins.json}. */
final class TwinReader {
  private TwinReader() {}

  static List<Twin> read(String file, String json, String personaId, List<Question> questions) {
    JsonPlace root = JsonPlace.parse(file, json);
    PersonaReader.checkId(root, personaId);
    List<String> questionIds = questions.stream().map(Question::id).toList();
    List<Twin> twins = new ArrayList<>();
    for (JsonPlace place : root.list("twins")) {
      twins.add(twin(place, questionIds));
    }
    return twins;
  }

  private static Twin twin(JsonPlace place, List<String> questionIds) {
    Twin twin =
        new Twin(
            place.text("question"),
            place.number("option"),
            place.text("preference"),
            place.text("evidence"),
            MessageReader.read(place));
    PersonaCheck.known(place, "question", questionIds);
    if (twin.option() < 0 || twin.option() >= PersonaCheck.WRONG_OPTIONS) {
      throw place.child("option").fault("is %d".formatted(twin.option()), "Write 0, 1 or 2.");
    }
    PersonaCheck.evidence(place, twin.messages());
    return twin;
  }
}
