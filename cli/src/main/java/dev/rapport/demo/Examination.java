package dev.rapport.demo;

import dev.rapport.conversation.Conversation;
import dev.rapport.data.sample.AskedQuestion;
import dev.rapport.data.sample.Question;
import dev.rapport.data.sample.SampleHistory;
import dev.rapport.data.sample.SamplePersona;
import dev.rapport.data.sample.Twin;
import dev.rapport.memory.Answerer;
import dev.rapport.memory.Choice;
import dev.rapport.memory.Options;
import dev.rapport.memory.Query;
import dev.rapport.memory.Recall;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Asks a persona's questions of a memory: it reads the whole history first, and one answerer
 * answers for every memory, so that only what was remembered differs.
 */
public final class Examination {
  private static final long SEED = 1;

  private final Answerer answerer;

  public Examination(Answerer answerer) {
    this.answerer = answerer;
  }

  /** All questions over the persona's own history. */
  public List<Answered> questions(SamplePersona persona, Remembering memory) {
    Function<Query, Recall> recall = memory.read(SampleHistory.of(persona));
    return persona.questions().stream()
        .map(question -> answer(persona, question, question.asked(SEED), false, recall))
        .toList();
  }

  /**
   * The questions that have counterfactual twins: each over four histories, of which each makes
   * another of the same four options right.
   */
  public List<Answered> twins(SamplePersona persona, Remembering memory) {
    List<Answered> answered = new ArrayList<>();
    Function<Query, Recall> own = memory.read(SampleHistory.of(persona));
    for (Question question : persona.questions()) {
      List<Twin> twins =
          persona.twins().stream().filter(twin -> twin.question().equals(question.id())).toList();
      if (twins.isEmpty()) {
        continue;
      }
      answered.add(answer(persona, question, question.asked(SEED), true, own));
      for (Twin twin : twins) {
        List<Conversation> history = SampleHistory.of(persona, twin);
        AskedQuestion asked = question.asked(SEED, twin);
        answered.add(answer(persona, question, asked, true, memory.read(history)));
      }
    }
    return answered;
  }

  private Answered answer(
      SamplePersona persona,
      Question question,
      AskedQuestion asked,
      boolean twin,
      Function<Query, Recall> recall) {
    Query query = new Query(asked.query());
    Choice choice = answerer.choose(query, new Options(asked.options()), recall.apply(query));
    Category category = Category.of(persona.preference(question.preference()));
    return new Answered(persona.id(), category, twin, asked, choice);
  }
}
