package dev.rapport.train.run;

import dev.rapport.train.TrainException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;

/** A file with a line of JSON for each step that was made. */
public record StepLines(Path file) {
  /** Steps made after the checkpoint are made again: their lines are taken away. */
  public void cut(int steps) {
    if (!Files.exists(file)) {
      return;
    }
    try {
      List<String> lines = Files.readAllLines(file);
      Path fresh = file.resolveSibling(file.getFileName() + ".new");
      Files.write(fresh, lines.subList(0, Math.min(steps, lines.size())));
      Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw failed(e);
    }
  }

  public void append(Object line) {
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      Files.writeString(
          file,
          JsonFile.text(line, false) + "\n",
          StandardOpenOption.CREATE,
          StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw failed(e);
    }
  }

  private TrainException failed(IOException e) {
    return new TrainException(
        "cannot write %s: %s. Make room or name another folder; the run can be resumed."
            .formatted(file, e.getMessage()),
        e);
  }
}
