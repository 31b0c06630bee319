package dev.rapport.data.build;

import dev.rapport.data.personamem.HistoryMessage;
import dev.rapport.data.sample.Preference;
import dev.rapport.data.sample.PreferenceOwner;
import dev.rapport.data.sample.PreferenceType;
import dev.rapport.data.sample.Question;
import dev.rapport.data.sample.SampleMessage;
import dev.rapport.data.sample.SamplePersona;
import dev.rapport.data.sample.Session;
import dev.rapport.data.sample.Twin;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Makes a source of a sample persona; what refers to what is known by id. */
final class SampleSource {
  private final SamplePersona persona;

  private SampleSource(SamplePersona persona) {
    this.persona = persona;
  }

  static Source of(int number, SamplePersona persona) {
    SampleSource source = new SampleSource(persona);
    List<Item> items = persona.questions().stream().map(source::item).toList();
    return new Source(
        number,
        persona.id(),
        persona.shortPersona(),
        SampleRaw.profile(persona),
        Layout.rawName(number),
        SampleRaw.of(number, persona, items),
        persona.sessions().stream().map(source::piece).toList(),
        items,
        persona.twins().stream().map(SampleSource::twin).toList());
  }

  private Piece piece(Session session) {
    Set<String> after = new LinkedHashSet<>();
    Set<String> follows = new LinkedHashSet<>();
    for (Preference preference : persona.preferences()) {
      if (preference.session().equals(session.id())) {
        preference.replaces().forEach(id -> refer(preference, id, after, follows));
      }
    }
    after.remove(session.id());
    follows.remove(session.id());
    return new Piece(
        session.id(),
        session.scenario(),
        messages(session.messages()),
        List.copyOf(after),
        List.copyOf(follows));
  }

  private void refer(
      Preference preference, String replaced, Set<String> after, Set<String> follows) {
    String origin = persona.preference(replaced).session();
    if (preference.type() != PreferenceType.ASK_TO_FORGET) {
      after.add(origin);
      return;
    }
    follows.add(origin);
    persona.preferences().stream()
        .filter(other -> other.replaces().contains(replaced))
        .filter(other -> other.type() != PreferenceType.ASK_TO_FORGET)
        .forEach(other -> follows.add(other.session()));
  }

  private Item item(Question question) {
    Preference preference = persona.preference(question.preference());
    boolean privateData = preference.type() == PreferenceType.SENSITIVE_INFO;
    return new Item(
        question.id(),
        preference.session(),
        question.query(),
        question.correct(),
        question.incorrect(),
        question.topic(),
        privateData ? RawSource.PRIVATE : preference.text(),
        preference.topic(),
        privateData ? "" : preference.type().label(),
        who(preference),
        preference.isUpdate(),
        preference.replaces().stream()
            .findFirst()
            .map(id -> persona.preference(id).text())
            .orElse(""),
        privateData);
  }

  static String who(Preference preference) {
    return preference.owner() == PreferenceOwner.SELF ? "self" : "others";
  }

  private static TwinPiece twin(Twin twin) {
    return new TwinPiece(
        twin.question(), twin.option(), twin.preference(), messages(twin.messages()));
  }

  static List<HistoryMessage> messages(List<SampleMessage> messages) {
    return messages.stream().map(m -> HistoryMessage.of(m.role(), m.text())).toList();
  }
}
