package dev.rapport.train.tokenizer;

import dev.rapport.train.TrainException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Finds the tokenizer of a model's folder. */
public final class Tokenizers {
  private Tokenizers() {}

  /**
   * Loads {@code tokenizer.json} as Hugging Face's library reads it, or the characters that {@code
   * tokenizer_config.json} lists.
   *
   * @throws TrainException when there is neither, or its chat template is of no known kind
   */
  public static Tokenizer load(Path folder) {
    if (Files.exists(folder.resolve("tokenizer.json"))) {
      return JsonTokenizer.load(folder);
    }
    if (Files.exists(folder.resolve("tokenizer_config.json"))) {
      return CharTokenizer.load(folder);
    }
    throw new TrainException(
        "%s has no tokenizer: neither tokenizer.json nor tokenizer_config.json; copy it from where"
                .formatted(folder)
            + " the model comes from");
  }
}
