package dev.rapport.cli;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import dev.rapport.memory.Choice;
import dev.rapport.memory.Recall;
import dev.rapport.memory.Reply;
import dev.rapport.model.Usage;
import dev.rapport.page.LineId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An answer in its machine form; scripts rely on it, so it only grows at the end.
 *
 * @param id of the question in a batch; left out otherwise
 * @param choice counts from 0 in the order the options were given; null for an open question
 * @param letter of the choice; null for an open question
 * @param confidence 0 to 1; null for an open question
 * @param text the option's letter or the reply, in words
 * @param lines ids of the lines that spoke for it
 * @param tokens recalled, and spent on a model
 * @param error why there is no answer; left out when there is one
 */
@SuppressWarnings("UnusedVariable")
record Answer(
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable JsonNode id,
    @Nullable Integer choice,
    @Nullable String letter,
    @Nullable Double confidence,
    String text,
    List<String> lines,
    Tokens tokens,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String error) {
  /** Tokens of the recalled memory, and what a model took in and gave. */
  record Tokens(long recall, long input, long output) {
    static Tokens of(Recall recall, Usage usage) {
      return new Tokens(recall.tokens(), usage.input(), usage.output());
    }
  }

  static Answer of(Choice choice, Recall recall) {
    return switch (choice) {
      case Choice.Chosen chosen ->
          new Answer(
              null,
              chosen.option(),
              chosen.letter(),
              chosen.confidence(),
              chosen.text(),
              names(chosen.lines()),
              Tokens.of(recall, chosen.usage()),
              null);
      case Choice.Unparsed unparsed ->
          new Answer(
              null,
              null,
              null,
              null,
              unparsed.text(),
              List.of(),
              Tokens.of(recall, unparsed.usage()),
              "the reply names none of the options");
    };
  }

  static Answer of(Reply reply, Recall recall) {
    return new Answer(
        null,
        null,
        null,
        null,
        reply.text(),
        names(reply.lines()),
        Tokens.of(recall, reply.usage()),
        null);
  }

  static Answer failed(@Nullable JsonNode id, String why) {
    return new Answer(id, null, null, null, "", List.of(), new Tokens(0, 0, 0), why);
  }

  Answer withId(@Nullable JsonNode newId) {
    return new Answer(newId, choice, letter, confidence, text, lines, tokens, error);
  }

  private static List<String> names(List<LineId> ids) {
    return ids.stream().map(LineId::value).toList();
  }
}
