package dev.rapport.cli;

import dev.rapport.train.verl.VerlCheckpoint;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** Takes a job's model; apart from its command, which any JDK loads. */
final class TrainImportDesk {
  private final Terminal terminal;
  private final boolean json;

  TrainImportDesk(Terminal terminal, boolean json) {
    this.terminal = terminal;
    this.json = json;
  }

  int run(String job, String out) {
    Path model = TrainPlaces.absolute(terminal, out);
    int step = VerlCheckpoint.take(TrainPlaces.absolute(terminal, job), model);
    if (json) {
      Map<String, Object> fields = new LinkedHashMap<>();
      fields.put("step", step);
      fields.put("model", model.toString());
      terminal.out().println(Json.line(fields));
    } else {
      terminal.out().printf("Step %d. %s%n", step, TrainPlaces.use(model));
    }
    return Session.DONE;
  }
}
