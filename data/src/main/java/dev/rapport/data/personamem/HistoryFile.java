package dev.rapport.data.personamem;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.rapport.conversation.Role;
import dev.rapport.data.DatasetException;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * A chat history of PersonaMem-v2: an object with {@code metadata} and {@code chat_history}, or any
 * of the shapes its own scripts take (a bare list, a list under {@code conversations} or under any
 * name, an object that holds one).
 *
 * <p>The published histories begin with a system message that holds the gold persona. It is given
 * out by {@link #goldPersona} alone. Each call reads the file anew, one message at a time; safe for
 * several threads.
 */
public final class HistoryFile {
  private final Path file;

  private HistoryFile(Path file) {
    this.file = file;
  }

  public static HistoryFile at(Path file) {
    return new HistoryFile(file);
  }

  /**
   * The file that a link of the table names; see {@link DataLink#resolve}.
   *
   * @param root the data set's folder
   */
  public static HistoryFile linked(Path root, String link) {
    return new HistoryFile(DataLink.resolve(root, link));
  }

  public Path path() {
    return file;
  }

  /** What the file says of itself; bare lists say nothing. */
  public Optional<HistoryMetadata> metadata() {
    try (HistoryParser parser = HistoryParser.open(file)) {
      return parser.metadata().map(HistoryMetadata::read);
    }
  }

  /** What a chatbot would have seen: all but the leading system message. Close it after use. */
  public Stream<HistoryMessage> messages() {
    return all().dropWhile(message -> message.role() == Role.SYSTEM);
  }

  /** The leading system message: gold, for showing and for one labelled variant of runs only. */
  public Optional<String> goldPersona() {
    try (Stream<HistoryMessage> all = all()) {
      String persona =
          all.takeWhile(message -> message.role() == Role.SYSTEM)
              .map(HistoryMessage::text)
              .collect(Collectors.joining("\n\n"));
      return persona.isEmpty() ? Optional.empty() : Optional.of(persona);
    }
  }

  private Stream<HistoryMessage> all() {
    HistoryParser parser = HistoryParser.open(file);
    try {
      parser.findMessages();
    } catch (DatasetException e) {
      parser.close();
      throw e;
    }
    return StreamSupport.stream(
            Spliterators.spliteratorUnknownSize(
                parser, Spliterator.ORDERED | Spliterator.NONNULL | Spliterator.IMMUTABLE),
            false)
        .onClose(parser::close);
  }

  /**
   * Writes a history in the official layout.
   *
   * @param goldPersona becomes message 0, from the system
   * @param messages all others, in order
   */
  public static void write(
      Path file, HistoryMetadata metadata, String goldPersona, List<HistoryMessage> messages) {
    try (BufferedWriter out = Files.newBufferedWriter(file);
        JsonGenerator json = OfficialJson.MAPPER.getFactory().createGenerator(out)) {
      json.setPrettyPrinter(OfficialJson.printer());
      json.writeStartObject();
      writeMetadata(json, metadata);
      json.writeArrayFieldStart("chat_history");
      json.writeTree(HistoryMessage.of(Role.SYSTEM, goldPersona).write());
      for (HistoryMessage message : messages) {
        json.writeTree(message.write());
      }
      json.writeEndArray();
      json.writeEndObject();
      json.writeRaw('\n');
    } catch (IOException e) {
      throw BenchmarkWriter.unwritable(file, e);
    }
  }

  private static void writeMetadata(JsonGenerator json, HistoryMetadata metadata)
      throws IOException {
    json.writeObjectFieldStart("metadata");
    json.writeNumberField("total_messages", metadata.totalMessages());
    json.writeNumberField("final_token_count", metadata.finalTokenCount());
    json.writeNumberField("persona_id", metadata.personaId());
    json.writeStringField("input_filename", metadata.inputFilename());
    if (metadata.relevantTokens() != Window.UNKNOWN) {
      json.writeNumberField("num_relevant_tokens", metadata.relevantTokens());
      json.writeNumberField("num_irrelevant_tokens", metadata.irrelevantTokens());
    }
    json.writeEndObject();
  }
}
