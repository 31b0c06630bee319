package dev.rapport.demo;

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
    return questions(persona, memory.read(SampleHistory.of(persona)));
  }

  /**
   * All questions, and once more those that have counterfactual twins: each over four histories, of
   * which each makes another of the same four options right.
   */
  public List<Answered> questionsAndTwins(SamplePersona persona, Remembering memory) {
    Function<Query, Recall> own = memory.read(SampleHistory.of(persona));
    List<Answered> answered = new ArrayList<>(questions(persona, own));
    for (Question question : persona.questions()) {
      List<Twin> twins = persona.twinsOf(question.id());
      if (!twins.isEmpty()) {
        answered.add(answer(persona, question, question.asked(SEED), true, own));
      }
      for (Twin twin : twins) {
        Function<Query, Recall> other = memory.read(SampleHistory.of(persona, twin));
        answered.add(answer(persona, question, question.asked(SEED, twin), true, other));
      }
    }
    return answered;
  }

  private List<Answered> questions(SamplePersona persona, Function<Query, Recall> recall) {
    return persona.questions().stream()
        .map(question -> answer(persona, question, question.asked(SEED), false, recall))
        .toList();
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
