package dev.rapport.train.tokenizer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.rapport.model.ChatMessage;
import dev.rapport.train.TrainException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * One id for each character of a small alphabet, after four control tokens: 0 begins a reply, 1
 * ends it, 2 is never seen, 3 stands for any other character.
 */
public final class CharTokenizer implements Tokenizer {
  public static final int REPLY = 0;
  public static final int END = 1;
  public static final int UNKNOWN = 3;

  private static final int FIRST = 4;
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final int[] characters;

  private CharTokenizer(int[] characters) {
    this.characters = characters;
  }

  /**
   * @param alphabet each character once, in the order of their ids
   */
  public static CharTokenizer of(String alphabet) {
    int[] characters = alphabet.codePoints().toArray();
    if (characters.length != alphabet.codePoints().distinct().count()) {
      throw new IllegalArgumentException(
          "alphabet \"%s\" has a character twice".formatted(alphabet));
    }
    return new CharTokenizer(characters);
  }

  static CharTokenizer load(Path folder) {
    Path file = folder.resolve("tokenizer_config.json");
    try {
      JsonNode codes = MAPPER.readTree(Files.readString(file)).path("char_ords");
      if (codes.isEmpty()) {
        throw new TrainException(
            "%s lists no characters (char_ords), and there is no tokenizer.json beside it"
                .formatted(file));
      }
      return of(
          IntStream.range(0, codes.size())
              .mapToObj(i -> Character.toString(codes.path(i).intValue()))
              .collect(Collectors.joining()));
    } catch (IOException | IllegalArgumentException e) {
      throw new TrainException("cannot read %s: %s".formatted(file, e.getMessage()), e);
    }
  }

  /** Control tokens and characters together. */
  public int vocabulary() {
    return FIRST + characters.length;
  }

  @Override
  public int[] encode(String text) {
    return text.codePoints().map(this::id).toArray();
  }

  private int id(int character) {
    for (int i = 0; i < characters.length; i++) {
      if (characters[i] == character) {
        return FIRST + i;
      }
    }
    return UNKNOWN;
  }

  @Override
  public String decode(int[] ids) {
    var text = new StringBuilder();
    for (int id : ids) {
      if (id >= FIRST && id < vocabulary()) {
        text.appendCodePoint(characters[id - FIRST]);
      }
    }
    return text.toString();
  }

  /** All contents one after the other, then the mark that begins a reply. */
  @Override
  public int[] prompt(List<ChatMessage> messages) {
    String text = messages.stream().map(ChatMessage::content).collect(Collectors.joining());
    return IntStream.concat(IntStream.of(encode(text)), IntStream.of(REPLY)).toArray();
  }

  @Override
  public int[] reply(String text) {
    return IntStream.concat(IntStream.of(encode(text)), IntStream.of(END)).toArray();
  }

  @Override
  public Set<Integer> stops() {
    return Set.of(END);
  }
}
