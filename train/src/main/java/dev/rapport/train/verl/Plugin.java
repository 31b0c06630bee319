package dev.rapport.train.verl;

import dev.rapport.train.TrainException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The Python that travels with a job. */
final class Plugin {
  private static final List<String> FILES =
      List.of("rapport_loop.py", "rapport_page.py", "rapport_answer.py");

  private Plugin() {}

  static void write(Path folder, VerlConfig config) throws IOException {
    Files.createDirectories(folder);
    for (String name : FILES) {
      try (InputStream in = Plugin.class.getResourceAsStream(name)) {
        if (in == null) {
          throw new TrainException("%s is missing from the jar; build again".formatted(name));
        }
        Files.copy(in, folder.resolve(name));
      }
    }
    Files.writeString(
        folder.resolve("agent_loops.yaml"),
        """
        - name: rapport
          _target_: rapport_loop.RapportLoop
          page_tokens: %d
          answer_tokens: %d
        """
            .formatted(config.pageTokens(), config.answerTokens()));
  }
}
