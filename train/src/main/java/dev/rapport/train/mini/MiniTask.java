package dev.rapport.train.mini;

import dev.rapport.train.rollout.RolloutTask;
import java.util.ArrayList;
import java.util.List;

/**
 * A question of the world as a policy meets it.
 *
 * @param source what it is answered from
 */
record MiniTask(Question question, Source source) implements RolloutTask {
  /** A word for each topic and the end. */
  static final int PAGE_TOKENS = Topic.ALL.size() + 1;

  private static final int ANSWER_TOKENS = 2;

  @Override
  public int updates() {
    return source == Source.PAGE ? question.person().chunks().size() : 0;
  }

  @Override
  public int[] blankPage() {
    return new int[0];
  }

  @Override
  public int[] updatePrompt(int chunk, int[] page) {
    return updatePrompt(question.person(), chunk, Words.words(page));
  }

  @Override
  public int[] answerPrompt(int[] page) {
    return switch (source) {
      case HISTORY -> historyPrompt(question);
      case PAGE -> readPrompt(question, Words.words(page));
      case TRUE_PAGE -> readPrompt(question, question.person().gold());
    };
  }

  @Override
  public int pageTokens() {
    return PAGE_TOKENS;
  }

  @Override
  public int answerTokens() {
    return ANSWER_TOKENS;
  }

  static int[] updatePrompt(Person person, int chunk, List<String> page) {
    var words = new ArrayList<String>(List.of("page"));
    words.addAll(page);
    words.add("history");
    person.chunks().get(chunk).forEach(turn -> words.addAll(turn.words()));
    words.add("write");
    return Words.ids(words);
  }

  static int[] readPrompt(Question question, List<String> page) {
    var words = new ArrayList<String>(List.of("page"));
    words.addAll(page);
    words.addAll(question.words());
    return Words.ids(words);
  }

  static int[] historyPrompt(Question question) {
    var words = new ArrayList<String>(List.of("history"));
    question.person().chunks().forEach(chunk -> chunk.forEach(turn -> words.addAll(turn.words())));
    words.addAll(question.words());
    return Words.ids(words);
  }
}
