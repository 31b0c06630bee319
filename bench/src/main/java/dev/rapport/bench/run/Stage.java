package dev.rapport.bench.run;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SequencedMap;

/** A part of a run: each makes one file from the one before. */
public enum Stage {
  PAGES(RunFolder.PAGES),
  ANSWERS(RunFolder.ANSWERS),
  VERDICTS(RunFolder.VERDICTS);

  private static final List<String> ANSWER_SETTINGS = List.of("order");
  private static final List<String> VERDICT_SETTINGS = List.of("judges");

  private final String file;

  Stage(String file) {
    this.file = file;
  }

  String file() {
    return file;
  }

  /** As on the command line. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * Names what the stage's calls depend on, so that replies are replayed only for the same work.
   *
   * @return 12 hexadecimal digits
   */
  String digest(RunSpec spec) {
    StringBuilder text = new StringBuilder();
    fields(spec)
        .forEach(
            (name, field) -> {
              if (field.stage().compareTo(this) <= 0) {
                text.append(name).append('=').append(field.value()).append('\n');
              }
            });
    return Digest.of("stage", text.toString()).substring(0, 12);
  }

  /** A field of a spec and the first stage that depends on it. */
  record Field(Stage stage, String value) {}

  /** Every field of a spec that shapes the run, by name. Which questions are asked is not one. */
  static SequencedMap<String, Field> fields(RunSpec spec) {
    SequencedMap<String, Field> fields = new LinkedHashMap<>();
    fields.put("dataset", new Field(PAGES, spec.dataset()));
    fields.put("version", new Field(PAGES, spec.version()));
    fields.put("strategy", new Field(PAGES, spec.strategy()));
    fields.put("variant", new Field(PAGES, spec.variant().name()));
    fields.put("seed", new Field(PAGES, Long.toString(spec.seed())));
    fields.put("recall-tokens", new Field(ANSWERS, Integer.toString(spec.recallTokens())));
    spec.settings().forEach((name, value) -> fields.put(name, new Field(setting(name), value)));
    spec.models().forEach((role, name) -> fields.put(role + " model", field(role, name)));
    spec.prompts().forEach((role, version) -> fields.put(role + " prompt", field(role, version)));
    return fields;
  }

  private static Stage setting(String name) {
    if (ANSWER_SETTINGS.contains(name)) {
      return ANSWERS;
    }
    return VERDICT_SETTINGS.contains(name) ? VERDICTS : PAGES;
  }

  private static Field field(String role, String value) {
    Map<String, Stage> roles = Map.of("answer", ANSWERS, "judge", VERDICTS);
    return new Field(roles.getOrDefault(role, PAGES), value);
  }
}
