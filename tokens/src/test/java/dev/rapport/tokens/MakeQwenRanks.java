package dev.rapport.tokens;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/**
 * Makes the resource {@value QwenRanks#RESOURCE} from the Maven artifact
 * com.alibaba:dashscope-sdk-java:2.16.9 (Apache-2.0). Arguments: the artifact's jar, the file to
 * write.
 */
final class MakeQwenRanks {
  private static final String VOCABULARY = "qwen.tiktoken";

  private MakeQwenRanks() {}

  public static void main(String[] args) throws IOException {
    if (args.length != 2) {
      throw new IllegalArgumentException("%d arguments; pass JAR OUT".formatted(args.length));
    }
    try (FileSystem jar = FileSystems.newFileSystem(Path.of(args[0]));
        OutputStream out = Files.newOutputStream(Path.of(args[1]))) {
      QwenRanks.write(
          parse(Files.readAllLines(jar.getPath(VOCABULARY), StandardCharsets.US_ASCII)), out);
    }
  }

  /** Lines of a token in Base64, a space and its rank, which must count up from 0. */
  static List<byte[]> parse(List<String> lines) {
    List<byte[]> tokens = new ArrayList<>(lines.size());
    for (String line : lines) {
      int space = line.indexOf(' ');
      int rank = Integer.parseInt(line.substring(space + 1));
      if (rank != tokens.size()) {
        throw new IllegalArgumentException(
            "%s, line %d: rank %d is out of order; ranks must count up from 0"
                .formatted(VOCABULARY, tokens.size() + 1, rank));
      }
      tokens.add(Base64.getDecoder().decode(line.substring(0, space)));
    }
    return tokens;
  }
}
