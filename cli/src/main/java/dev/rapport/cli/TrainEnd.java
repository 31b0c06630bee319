package dev.rapport.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** What a run says at its end: a line for machines, or words, the report and the model. */
final class TrainEnd {
  private final Map<String, Object> fields = new LinkedHashMap<>();

  void put(String name, Object value) {
    fields.put(name, value);
  }

  void print(Terminal terminal, boolean json, String words, Path model) {
    Path report = model.resolveSibling("report.html");
    if (json) {
      put("model", model.toString());
      put("report", report.toString());
      terminal.out().println(Json.line(fields));
    } else {
      terminal.out().printf("%s%nReport: %s%n%s%n", words, report, TrainPlaces.use(model));
    }
  }
}
