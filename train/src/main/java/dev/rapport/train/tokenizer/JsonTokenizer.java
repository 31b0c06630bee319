package dev.rapport.train.tokenizer;

import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.rapport.model.ChatMessage;
import dev.rapport.train.TrainException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedMap;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** A {@code tokenizer.json} through Hugging Face's own library. */
final class JsonTokenizer implements Tokenizer {
  private final Path folder;
  private final HuggingFaceTokenizer tokenizer;
  private final SequencedMap<String, Integer> controls;
  private final ChatFormat format;
  private final Set<Integer> stops;

  private JsonTokenizer(
      Path folder,
      HuggingFaceTokenizer tokenizer,
      SequencedMap<String, Integer> controls,
      ChatFormat format,
      Set<Integer> stops) {
    this.folder = folder;
    this.tokenizer = tokenizer;
    this.controls = controls;
    this.format = format;
    this.stops = stops;
  }

  static JsonTokenizer load(Path folder) {
    Path file = folder.resolve("tokenizer.json");
    if (System.getProperty("ai.djl.offline") == null) {
      System.setProperty("ai.djl.offline", "true"); // it reports home when made, unless told not to
    }
    try {
      var controls = new LinkedHashMap<String, Integer>();
      for (JsonNode token : read(file).path("added_tokens")) {
        controls.put(token.path("content").asText(), token.path("id").intValue());
      }
      JsonNode config = read(folder.resolve("tokenizer_config.json"));
      return new JsonTokenizer(
          folder,
          library(file),
          controls,
          ChatFormat.of(template(folder, config), folder),
          stops(folder, config, controls));
    } catch (IOException e) {
      throw new TrainException("cannot read %s: %s".formatted(file, e.getMessage()), e);
    }
  }

  private static HuggingFaceTokenizer library(Path file) throws IOException {
    try {
      return HuggingFaceTokenizer.builder()
          .optTokenizerPath(file)
          .optAddSpecialTokens(false)
          .optTruncation(false) // else it cuts at 512 tokens
          .optPadding(false)
          .build();
    } catch (RuntimeException e) { // the native library's own faults come as nothing better
      throw new IOException(e.getMessage(), e);
    }
  }

  private static JsonNode read(Path file) throws IOException {
    var mapper = new ObjectMapper();
    return Files.exists(file) ? mapper.readTree(Files.readString(file)) : mapper.createObjectNode();
  }

  private static String template(Path folder, JsonNode config) throws IOException {
    Path file = folder.resolve("chat_template.jinja");
    return Files.exists(file) ? Files.readString(file) : config.path("chat_template").asText("");
  }

  /** What generation_config.json or config.json say, and the tokenizer's own end mark. */
  private static Set<Integer> stops(
      Path folder, JsonNode config, SequencedMap<String, Integer> controls) throws IOException {
    var stops = new LinkedHashSet<Integer>();
    for (String name : List.of("generation_config.json", "config.json")) {
      JsonNode end = read(folder.resolve(name)).path("eos_token_id");
      if (end.isInt()) {
        stops.add(end.intValue());
      }
      end.forEach(id -> stops.add(id.intValue()));
    }
    JsonNode end = config.path("eos_token");
    Integer id = controls.get(end.path("content").asText(end.asText("")));
    if (id != null) {
      stops.add(id);
    }
    return stops;
  }

  @Override
  public int[] encode(String text) {
    return ids(text).toArray();
  }

  /** Text that spells a control token is cut after its first character, so that it stays text. */
  private IntStream ids(String text) {
    var out = IntStream.builder();
    int from = 0;
    for (int at = nextControl(text, 0); at >= 0; at = nextControl(text, from)) {
      plain(text.substring(from, at + 1), out);
      from = at + 1;
    }
    plain(text.substring(from), out);
    return out.build();
  }

  private void plain(String text, IntStream.Builder out) {
    if (!text.isEmpty()) {
      for (long id : tokenizer.encode(text, false, false).getIds()) {
        out.add(Math.toIntExact(id));
      }
    }
  }

  private int nextControl(String text, int from) {
    return controls.keySet().stream()
        .mapToInt(control -> text.indexOf(control, from))
        .filter(at -> at >= 0)
        .min()
        .orElse(-1);
  }

  @Override
  public String decode(int[] ids) {
    return tokenizer.decode(IntStream.of(ids).asLongStream().toArray(), true);
  }

  @Override
  public int[] prompt(List<ChatMessage> messages) {
    var ids = new ArrayList<Integer>();
    for (ChatFormat.Piece piece : format.render(messages)) {
      if (piece.control()) {
        ids.add(control(piece.text()));
      } else {
        ids(piece.text()).forEach(ids::add);
      }
    }
    return ids.stream().mapToInt(Integer::intValue).toArray();
  }

  @Override
  public int[] reply(String text) {
    IntStream end =
        format == ChatFormat.PLAIN
            ? stops.stream().mapToInt(Integer::intValue).limit(1)
            : IntStream.of(control(ChatFormat.END));
    return IntStream.concat(ids(text), end).toArray();
  }

  private int control(String text) {
    @Nullable Integer id = controls.get(text);
    if (id == null) {
      throw new TrainException(
          "%s: the chat template needs the token %s, which tokenizer.json does not have"
              .formatted(folder, text));
    }
    return id;
  }

  @Override
  public Set<Integer> stops() {
    return Set.copyOf(stops);
  }
}
