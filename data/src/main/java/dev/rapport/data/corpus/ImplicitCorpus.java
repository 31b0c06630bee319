package dev.rapport.data.corpus;

import dev.rapport.data.DatasetException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The messages of the implicit corpus, in the order of its files. Immutable.
 *
 * <p>Original writing for this project (CC BY 4.0); its README, a resource beside this class, tells
 * its known flaws.
 */
public record ImplicitCorpus(List<CorpusMessage> messages) {
  private static final List<String> SHIPPED =
      List.of("c1.jsonl", "c2.jsonl", "c3.jsonl", "c4.jsonl");

  public ImplicitCorpus {
    messages = List.copyOf(messages);
  }

  /** The 960 messages that come with Rapport. */
  public static ImplicitCorpus shipped() {
    List<CorpusMessage> messages = new ArrayList<>();
    for (String file : SHIPPED) {
      try (InputStream in = ImplicitCorpus.class.getResourceAsStream(file)) {
        if (in == null) {
          throw new DatasetException(
              "%s is missing from the jar. Build or fetch it again.".formatted(file));
        }
        messages.addAll(lines(file, new InputStreamReader(in, StandardCharsets.UTF_8)));
      } catch (IOException e) {
        throw new DatasetException(
            "%s cannot be read. The jar may be damaged: build or fetch it again.".formatted(file),
            e);
      }
    }
    return new ImplicitCorpus(messages);
  }

  /**
   * Messages from JSON lines of the same layout.
   *
   * @param file as faults shall name it
   */
  public static ImplicitCorpus read(String file, Reader json) throws IOException {
    return new ImplicitCorpus(lines(file, json));
  }

  /** The messages of one part. */
  public List<CorpusMessage> part(CorpusPart part) {
    return messages.stream().filter(message -> message.part() == part).toList();
  }

  private static List<CorpusMessage> lines(String file, Reader json) throws IOException {
    var reader = new BufferedReader(json);
    List<CorpusMessage> messages = new ArrayList<>();
    Set<String> ids = new HashSet<>();
    int number = 0;
    for (String line = reader.readLine(); line != null; line = reader.readLine()) {
      number++;
      if (!line.isBlank()) {
        messages.add(CorpusLine.read("%s, line %d".formatted(file, number), line, ids));
      }
    }
    return messages;
  }
}
