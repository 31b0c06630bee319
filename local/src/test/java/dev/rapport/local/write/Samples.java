package dev.rapport.local.write;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.rapport.local.language.TurnText;
import dev.rapport.local.language.Words;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Reads annotated turns from the sample personas and the corpus of implicit preferences. */
final class Samples {
  /** What the annotation says of a turn. */
  enum Truth {
    SELF,
    OTHER,
    NONE,
    FORGET,
    PRIVATE
  }

  /**
   * One user turn.
   *
   * @param group folds never split one: a persona, or a corpus id
   * @param evidence the words that reveal; empty when the corpus gives only the preference
   * @param preference in the annotator's words; may be empty
   * @param kind as annotated: health..., therapy... or another; empty when there is none
   */
  record Sample(
      String group, Truth truth, String text, String evidence, String preference, String kind) {
    List<Clause> clauses() {
      return TurnSigns.of(TurnText.of(text));
    }
  }

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Set<String> SMALL =
      Set.of(
          "the", "a", "an", "and", "or", "of", "to", "in", "on", "at", "is", "it", "i", "my", "me",
          "that", "this", "for", "with", "was", "be", "are", "as", "so", "but", "not", "we", "you");

  private Samples() {}

  static List<Sample> personas(Path folder, int from, int to) {
    List<Sample> samples = new ArrayList<>();
    for (int p = from; p <= to; p++) {
      String name = "p%02d".formatted(p);
      JsonNode persona = read(folder.resolve(name + ".json"));
      for (JsonNode session : persona.path("sessions")) {
        for (JsonNode message : session.path("messages")) {
          if (message.path("role").asText().equals("user")) {
            samples.add(sample(name, persona, session, message.path("content").asText()));
          }
        }
      }
      if (Files.exists(folder.resolve(name + ".twins.json"))) {
        for (JsonNode twin : read(folder.resolve(name + ".twins.json")).path("twins")) {
          for (JsonNode message : twin.path("messages")) {
            String text = message.path("content").asText();
            String evidence = twin.path("evidence").asText();
            if (message.path("role").asText().equals("user")) {
              boolean here = text.contains(evidence);
              samples.add(
                  new Sample(
                      name,
                      here ? Truth.SELF : Truth.NONE,
                      text,
                      here ? evidence : "",
                      twin.path("preference").asText(),
                      ""));
            }
          }
        }
      }
    }
    return samples;
  }

  private static Sample sample(String name, JsonNode persona, JsonNode session, String text) {
    for (JsonNode preference : persona.path("preferences")) {
      String evidence = preference.path("evidence").asText();
      if (preference.path("session").asText().equals(session.path("id").asText())
          && text.contains(evidence)) {
        return new Sample(
            name,
            truth(preference),
            text,
            evidence,
            preference.path("text").asText(),
            preference.path("type").asText());
      }
    }
    return new Sample(name, Truth.NONE, text, "", "", "");
  }

  private static Truth truth(JsonNode preference) {
    return switch (preference.path("type").asText()) {
      case "ask_to_forget" -> Truth.FORGET;
      case "sensitive_info" -> Truth.PRIVATE;
      default -> preference.path("who").asText().equals("self") ? Truth.SELF : Truth.OTHER;
    };
  }

  static List<Sample> fillers(Path folder) {
    List<Sample> samples = new ArrayList<>();
    for (JsonNode filler : read(folder.resolve("fillers.json"))) {
      for (JsonNode message : filler.path("messages")) {
        if (message.path("role").asText().equals("user")) {
          samples.add(
              new Sample(
                  filler.path("id").asText(),
                  Truth.NONE,
                  message.path("content").asText(),
                  "",
                  "",
                  ""));
        }
      }
    }
    return samples;
  }

  static List<Sample> corpus(Path folder) {
    List<Sample> samples = new ArrayList<>();
    for (String file : List.of("c1", "c2", "c3", "c4")) {
      for (String line : lines(folder.resolve(file + ".jsonl"))) {
        JsonNode item = parse(line);
        samples.add(
            new Sample(
                item.path("id").asText(),
                switch (item.path("owner").asText()) {
                  case "self" -> Truth.SELF;
                  case "other" -> Truth.OTHER;
                  default -> Truth.NONE;
                },
                item.path("user_text").asText(),
                "",
                item.path("preference").asText(),
                item.path("kind").asText()));
      }
    }
    return samples;
  }

  /** Whether the clause holds half of the marked words, or is nearly all inside them. */
  static boolean tells(Sample sample, Clause clause) {
    String text = clause.sentence().text();
    return !sample.evidence().isEmpty()
        && (overlap(sample.evidence(), text) >= 0.5
            || (clause.words().size() >= 4 && overlap(text, sample.evidence()) >= 0.75));
  }

  /** Share of the evidence's content words that the text holds. */
  static double overlap(String evidence, String text) {
    Set<String> held = new HashSet<>(Words.of(text));
    List<String> content =
        Words.of(evidence).stream().filter(word -> !SMALL.contains(word)).distinct().toList();
    return content.isEmpty()
        ? 0
        : (double) content.stream().filter(held::contains).count() / content.size();
  }

  private static JsonNode read(Path file) {
    try {
      return JSON.readTree(file.toFile());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> lines(Path file) {
    try {
      return Files.readAllLines(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static JsonNode parse(String line) {
    try {
      return JSON.readTree(line);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
