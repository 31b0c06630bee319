package dev.rapport.train.model;

import dev.rapport.train.TrainException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/**
 * The folder of a model that has learned: as the one it started from in all but the numbers. Who
 * learns holds 32 bits; a weight goes back into the type it came in, rounded to the nearest.
 */
public final class Successor {
  /** What learning does not change, as far as it is there. */
  private static final List<String> SAME =
      List.of(
          "config.json",
          "generation_config.json",
          "tokenizer.json",
          "tokenizer_config.json",
          "special_tokens_map.json",
          "added_tokens.json",
          "vocab.json",
          "merges.txt",
          "chat_template.jinja",
          "LICENSE",
          "NOTICE");

  private Successor() {}

  /**
   * @param start the model that learned, as it was
   * @param learned its weights now, under the same names
   */
  public static void write(Path start, Path learned, Path folder) {
    try (var before = Safetensors.open(start);
        var now = Safetensors.open(learned)) {
      Files.createDirectories(folder);
      List<Outgoing> tensors =
          now.names().stream()
              .map(
                  name -> {
                    List<Integer> shape = now.info(name).shape();
                    return new Outgoing(
                        name, shape, before.info(name).dtype(), () -> now.floats(name, shape));
                  })
              .toList();
      SafetensorsWriter.write(folder, tensors, SafetensorsWriter.SHARD_BYTES);
      for (String name : SAME) {
        if (Files.exists(start.resolve(name))) {
          Files.copy(
              start.resolve(name), folder.resolve(name), StandardCopyOption.REPLACE_EXISTING);
        }
      }
    } catch (IOException e) {
      throw new TrainException(
          "cannot write the model that %s became to %s".formatted(start, folder), e);
    }
  }
}
