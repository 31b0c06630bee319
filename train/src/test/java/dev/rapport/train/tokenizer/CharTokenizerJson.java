package dev.rapport.train.tokenizer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;

/** The file of a tokenizer by characters. */
public final class CharTokenizerJson {
  private CharTokenizerJson() {}

  public static void write(Path folder, String alphabet) throws IOException {
    String codes =
        alphabet.codePoints().mapToObj(Integer::toString).collect(Collectors.joining(", "));
    Files.createDirectories(folder);
    Files.writeString(
        folder.resolve("tokenizer_config.json"), "{\"char_ords\": [%s]}\n".formatted(codes));
  }
}
