package dev.rapport.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A model's folder with the weights of a checked-in fixture, which knows nothing. */
final class TinyModel {
  private static final Path FIXTURES =
      Path.of("..", "train", "src", "test", "resources", "dev", "rapport", "train", "java");

  /** As many as the fixtures have ids; 1 and 2 end a reply. */
  private static final List<String> WORDS =
      List.of(
          ("[?] [end] [stop] a b c d ( ) - # : . likes pie soup rice fish food lunch tea again"
                  + " number the is of to and in it no")
              .split(" "));

  private TinyModel() {}

  /** 31 ids, of which 27 are the letters and the blank; all else is one unknown character. */
  static Path write(Path folder, String fixture, int positions) throws IOException {
    Files.createDirectories(folder);
    try (Stream<Path> files = Files.list(FIXTURES.resolve(fixture))) {
      for (Path file : files.toList()) {
        Files.copy(file, folder.resolve(file.getFileName()));
      }
    }
    Path config = folder.resolve("config.json");
    Files.writeString(
        config,
        Files.readString(config)
            .replace(
                "\"max_position_embeddings\": 128", "\"max_position_embeddings\": " + positions));
    List<Integer> letters =
        IntStream.concat(IntStream.rangeClosed('a', 'z'), IntStream.of(' ')).boxed().toList();
    Files.writeString(
        folder.resolve("tokenizer_config.json"), "{\"char_ords\": %s}".formatted(letters));
    return folder;
  }

  /**
   * The same with an id for a word or sign, so that a prompt of a page is some hundred ids long.
   */
  static Path words(Path folder, String fixture, int positions) throws IOException {
    write(folder, fixture, positions);
    Files.delete(folder.resolve("tokenizer_config.json"));
    String vocabulary =
        IntStream.range(0, WORDS.size())
            .mapToObj(id -> "\"%s\": %d".formatted(WORDS.get(id), id))
            .collect(Collectors.joining(", "));
    Files.writeString(
        folder.resolve("tokenizer.json"),
        """
        {"version": "1.0", "truncation": null, "padding": null, "added_tokens": [],
         "normalizer": null, "pre_tokenizer": {"type": "Whitespace"}, "post_processor": null,
         "decoder": null, "model": {"type": "WordLevel", "vocab": {%s}, "unk_token": "[?]"}}
        """
            .formatted(vocabulary));
    return folder;
  }
}
