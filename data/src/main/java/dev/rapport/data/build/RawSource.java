package dev.rapport.data.build;

import dev.rapport.data.internal.TextFile;
import dev.rapport.data.personamem.RawElement;
import dev.rapport.data.personamem.RawPersona;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Makes a source of a raw persona file; what refers to what is found by the text. */
final class RawSource {
  static final String PRIVATE = "sensitive_info";

  private final RawPersona persona;
  private final Map<String, List<Integer>> stating = new LinkedHashMap<>();

  private RawSource(RawPersona persona) {
    this.persona = persona;
    for (int i = 0; i < persona.elements().size(); i++) {
      RawElement element = persona.elements().get(i);
      if (!ForgetWords.isForget(element)) {
        state(element.preference(), i);
      }
    }
  }

  private void state(String preference, int index) {
    String key = ForgetWords.normal(preference);
    if (!key.isEmpty()) {
      stating.computeIfAbsent(key, any -> new ArrayList<>()).add(index);
    }
  }

  static Source read(Path file) {
    RawPersona persona = RawPersona.read(file);
    RawSource source = new RawSource(persona);
    List<Piece> pieces = new ArrayList<>();
    List<Item> items = new ArrayList<>();
    for (int i = 0; i < persona.elements().size(); i++) {
      RawElement element = persona.elements().get(i);
      if (element.conversation().isEmpty()) {
        continue;
      }
      pieces.add(source.piece(i, element));
      if (element.hasQuestion()) {
        items.add(item(i, element));
      }
    }
    return new Source(
        persona.id(),
        persona.file(),
        persona.shortPersona(),
        persona.profile(),
        persona.file(),
        TextFile.read(file),
        pieces,
        items,
        List.of());
  }

  private Piece piece(int index, RawElement element) {
    boolean forget = ForgetWords.isForget(element);
    return new Piece(
        name(index),
        element.scenario(),
        element.conversation(),
        forget ? List.of() : names(index, element.prevPref(), false),
        forget ? names(index, ForgetWords.forgotten(element), true) : List.of());
  }

  /** Who states a preference, and on request who replaced it, but for one. */
  private List<String> names(int except, String preference, boolean replacing) {
    String key = ForgetWords.normal(preference);
    List<String> names = new ArrayList<>();
    for (int other : stating.getOrDefault(key, List.of())) {
      if (other != except) {
        names.add(name(other));
      }
    }
    if (replacing && !key.isEmpty()) {
      for (int i = 0; i < persona.elements().size(); i++) {
        RawElement element = persona.elements().get(i);
        boolean replaces = ForgetWords.normal(element.prevPref()).equals(key);
        if (replaces && !ForgetWords.isForget(element) && !names.contains(name(i))) {
          names.add(name(i));
        }
      }
    }
    return names;
  }

  private static String name(int index) {
    return "e" + index;
  }

  private static Item item(int index, RawElement element) {
    return new Item(
        name(index),
        name(index),
        element.userQuery(),
        element.correctAnswer(),
        element.incorrectAnswers(),
        element.topicQuery(),
        element.preference().isEmpty() ? PRIVATE : element.preference(),
        element.topicPreference(),
        element.prefType(),
        element.who(),
        element.updated(),
        element.prevPref(),
        element.privateData());
  }
}
