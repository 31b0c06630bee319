package dev.rapport.bench.run;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tells how two specs differ. */
final class SpecCheck {
  private SpecCheck() {}

  /**
   * What differs and was settled before a stage, as {@code name: "old" became "new"}.
   *
   * @param from the stage that is redone: what only it and later ones depend on may differ; {@code
   *     null} when nothing is
   */
  static List<String> differences(RunSpec before, RunSpec now, @Nullable Stage from) {
    Map<String, Stage.Field> old = fields(before);
    Map<String, Stage.Field> fresh = fields(now);
    Set<String> names = new LinkedHashSet<>(old.keySet());
    names.addAll(fresh.keySet());
    Stage.Field absent = new Stage.Field(Stage.PAGES, "");
    List<String> differences = new ArrayList<>();
    for (String name : names) {
      Stage.Field one = old.getOrDefault(name, absent);
      Stage.Field other = fresh.getOrDefault(name, absent);
      Stage stage = old.containsKey(name) ? one.stage() : other.stage();
      if (!one.value().equals(other.value()) && (from == null || stage.compareTo(from) < 0)) {
        differences.add("%s: \"%s\" became \"%s\"".formatted(name, one.value(), other.value()));
      }
    }
    return differences;
  }

  private static Map<String, Stage.Field> fields(RunSpec spec) {
    Map<String, Stage.Field> fields = new LinkedHashMap<>(Stage.fields(spec));
    // Asking other questions needs other pages too, unless all pages of the data set are there.
    fields.put("mode", new Stage.Field(Stage.ANSWERS, spec.mode().name()));
    fields.put("limit", new Stage.Field(Stage.PAGES, Integer.toString(spec.limit())));
    return fields;
  }
}
