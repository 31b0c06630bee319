package dev.rapport.data.build;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rapport.data.personamem.RawPersona;
import dev.rapport.data.sample.Preference;
import dev.rapport.data.sample.PreferenceOwner;
import dev.rapport.data.sample.PreferenceType;
import dev.rapport.data.sample.Profile;
import dev.rapport.data.sample.SampleMessage;
import dev.rapport.data.sample.SamplePersona;
import dev.rapport.data.sample.Session;
import java.util.List;
import java.util.Locale;

/** Writes a sample persona in the schema of PersonaMem-v2's raw persona files. */
final class SampleRaw {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private SampleRaw() {}

  static String profile(SamplePersona persona) {
    return RawPersona.pretty(profileOf(persona));
  }

  private static ObjectNode profileOf(SamplePersona persona) {
    Profile profile = persona.profile();
    ObjectNode node = NODES.objectNode();
    node.put("short_persona", persona.shortPersona());
    node.put("name", profile.name());
    node.put("age", profile.age());
    node.put("gender", profile.gender());
    node.put("nationality", profile.nationality());
    node.put("race_ethnicity", profile.raceEthnicity());
    node.put("location", profile.location());
    ArrayNode languages = node.putArray("languages_spoken");
    profile.languagesSpoken().forEach(languages::add);
    node.put("education", profile.education());
    node.put("occupation", profile.occupation());
    node.put("personality", profile.personality());
    node.put("values", profile.values());
    node.put("speaking_style_to_chatbot", profile.speakingStyle());
    return node;
  }

  static String of(int number, SamplePersona persona, List<Item> items) {
    ObjectNode node = profileOf(persona);
    own(node, "stereotypical_preferences", persona, PreferenceType.STEREOTYPICAL);
    own(node, "anti_stereotypical_preferences", persona, PreferenceType.ANTI_STEREOTYPICAL);
    own(node, "neutral_preferences", persona, PreferenceType.NEUTRAL);
    own(node, "therapy_background", persona, PreferenceType.THERAPY);
    own(node, "health_and_medical_conditions", persona, PreferenceType.HEALTH);
    ObjectNode secrets = node.putObject("sensitive_information");
    ObjectNode updates = node.putObject("preference_updates");
    ObjectNode conversations = NODES.objectNode();
    for (Preference preference : persona.preferences()) {
      if (preference.type() == PreferenceType.SENSITIVE_INFO) {
        secrets.put(preference.topic(), preference.evidence());
      } else if (preference.type() != PreferenceType.ASK_TO_FORGET) {
        preference
            .replaces()
            .forEach(id -> updates.put(persona.preference(id).text(), preference.text()));
      }
    }
    persona.sessions().forEach(session -> elements(conversations, session, persona, items));
    node.set("conversations", conversations);
    return RawPersona.pretty(NODES.objectNode().set(Integer.toString(number), node)) + "\n";
  }

  private static void own(ObjectNode node, String key, SamplePersona persona, PreferenceType type) {
    ArrayNode list = node.putArray(key);
    persona.preferences().stream()
        .filter(preference -> preference.type() == type)
        .filter(preference -> preference.owner() == PreferenceOwner.SELF && !preference.isUpdate())
        .forEach(preference -> list.add(preference.text()));
  }

  private static void elements(
      ObjectNode conversations, Session session, SamplePersona persona, List<Item> items) {
    for (Preference preference : persona.preferences()) {
      if (preference.session().equals(session.id())) {
        ObjectNode element = list(conversations, session.scenario()).addObject();
        describe(element, preference, persona);
        ArrayNode messages = element.putArray("conversations");
        for (SampleMessage message : session.messages()) {
          String role = message.role().name().toLowerCase(Locale.ROOT);
          messages.addObject().put("role", role).put("content", message.text());
        }
        persona.questions().stream()
            .filter(question -> question.preference().equals(preference.id()))
            .limit(1)
            .forEach(question -> ask(element, items, question.id()));
      }
    }
  }

  private static ArrayNode list(ObjectNode conversations, String scenario) {
    return conversations.get(scenario) instanceof ArrayNode list
        ? list
        : conversations.putArray(scenario);
  }

  private static void describe(ObjectNode element, Preference preference, SamplePersona persona) {
    if (preference.type() == PreferenceType.SENSITIVE_INFO) {
      element.put("sensitive_info", preference.topic() + ": " + preference.evidence());
      element.put("who", SampleSource.who(preference));
      return;
    }
    element.put("preference", preference.text());
    element.put("pref_type", preference.type().label());
    element.put("who", SampleSource.who(preference));
    element.put("updated", preference.isUpdate());
    preference.replaces().forEach(id -> element.put("prev_pref", persona.preference(id).text()));
    element.put("topic_preference", preference.topic());
  }

  private static void ask(ObjectNode element, List<Item> items, String id) {
    for (Item item : items) {
      if (item.id().equals(id)) {
        element.put("user_query", item.query());
        element.put("topic_query", item.topicQuery());
        element.put("correct_answer", item.correct());
        ArrayNode incorrect = element.putArray("incorrect_answers");
        item.incorrect().forEach(incorrect::add);
      }
    }
  }
}
