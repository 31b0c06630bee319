package dev.rapport.train.mini;

import dev.rapport.train.rollout.RolloutTask;
import java.util.ArrayList;
import java.util.List;

/**
 * A question of the world as a policy meets it.
 *
 * @param paged whether a page is written chunk by chunk, blind to the question; else the answer is
 *     given over the full history
 */
record MiniTask(Question question, boolean paged) implements RolloutTask {
  /** A word for each topic and the end. */
  static final int PAGE_TOKENS = Topic.ALL.size() + 1;

  private static final int ANSWER_TOKENS = 2;

  @Override
  public int updates() {
    return paged ? question.person().chunks().size() : 0;
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
    return paged ? readPrompt(question, Words.words(page)) : historyPrompt(question);
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
