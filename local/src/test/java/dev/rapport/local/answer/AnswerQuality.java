package dev.rapport.local.answer;

import dev.rapport.conversation.Conversation;
import dev.rapport.data.sample.Preference;
import dev.rapport.data.sample.PreferenceOwner;
import dev.rapport.data.sample.PreferenceType;
import dev.rapport.data.sample.Question;
import dev.rapport.data.sample.SampleHistory;
import dev.rapport.data.sample.SamplePersona;
import dev.rapport.data.sample.SamplePersonas;
import dev.rapport.data.sample.Twin;
import dev.rapport.local.embed.BgeSmall;
import dev.rapport.local.write.LocalWriter;
import dev.rapport.memory.Query;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * How well the evidence tells the right option, on the people of the development half, of whom the
 * reader was taught nothing. The main method prints the model card's table.
 */
final class AnswerQuality {
  private final BgeSmall bge;
  private final LocalWriter writer;
  private final Map<String, Tally> tallies = new LinkedHashMap<>();

  AnswerQuality(BgeSmall bge) {
    this.bge = bge;
    this.writer = LocalWriter.using(bge);
  }

  public static void main(String[] arguments) {
    AnswerQuality quality = new AnswerQuality(BgeSmall.lazy());
    SamplePersonas people = SamplePersonas.shipped();
    for (int i = 1; i <= 16; i++) {
      quality.ask(people.load("p%02d".formatted(i)));
    }
    quality.tallies.forEach((sort, tally) -> System.out.println(sort + ": " + tally));
  }

  /** Asks a person's questions, and their twins, over the writer's pages and all that was said. */
  void ask(SamplePersona persona) {
    ask(persona, "written", history -> DevelopmentPage.written(history, writer));
    ask(persona, "whole", DevelopmentPage::whole);
  }

  Tally tally(String sort) {
    return tallies.computeIfAbsent(sort, each -> new Tally());
  }

  private void ask(
      SamplePersona persona, String sort, Function<List<Conversation>, DevelopmentPage> reading) {
    DevelopmentPage page = reading.apply(SampleHistory.of(persona));
    for (Question question : persona.questions()) {
      Preference preference = persona.preference(question.preference());
      if (isOwn(preference)) {
        ask(question, page, preference.session(), 0, "questions, " + sort);
      }
      List<Twin> twins = persona.twinsOf(question.id());
      if (!twins.isEmpty()) {
        ask(question, page, preference.session(), 0, "twins, " + sort);
      }
      for (Twin twin : twins) {
        DevelopmentPage other = reading.apply(SampleHistory.of(persona, twin));
        ask(question, other, preference.session(), twin.option() + 1, "twins, " + sort);
      }
    }
  }

  private void ask(
      Question question, DevelopmentPage page, String conversation, int right, String sort) {
    List<String> options = new ArrayList<>(question.incorrect());
    options.addFirst(question.correct());
    Evidence evidence =
        Evidence.of(
            Passages.of(page.lines(), Set.of()),
            List.of(),
            new Query(question.query()),
            options,
            bge.reader());
    boolean[] telling = new boolean[evidence.passages().size()];
    IntStream.range(0, telling.length)
        .forEach(p -> telling[p] = page.isFrom(evidence.passages().get(p), conversation));
    tally(sort).add(evidence, telling, right);
  }

  private static boolean isOwn(Preference preference) {
    return preference.owner() == PreferenceOwner.SELF
        && preference.type() != PreferenceType.ASK_TO_FORGET
        && preference.type() != PreferenceType.SENSITIVE_INFO;
  }
}
