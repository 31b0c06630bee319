package dev.rapport.cli;

import dev.rapport.bench.dataset.Dataset;
import dev.rapport.train.job.Order;
import dev.rapport.train.job.TextTask;
import dev.rapport.train.tokenizer.Tokenizer;
import java.util.ArrayList;
import java.util.List;

/** The questions of a data set, in the order in which a policy meets them and in its tokens. */
final class TrainCourse {
  private final CourseSpec spec;
  private final TrainQuestions questions;
  private final Tokenizer tokenizer;
  private final int window;
  private final long seed;
  private final Order order;

  /**
   * @param window most tokens of prompt and reply together
   * @param seed of the order of questions and options, and of which are asked for words
   */
  TrainCourse(CourseSpec spec, Dataset dataset, Tokenizer tokenizer, int window, long seed) {
    this.spec = spec;
    this.tokenizer = tokenizer;
    this.window = window;
    this.seed = seed;
    questions = new TrainQuestions(spec, dataset, seed);
    order = new Order(questions.size(), seed);
  }

  Tokenizer tokenizer() {
    return tokenizer;
  }

  int size() {
    return questions.size();
  }

  /** What a step asks: all questions in turn, shuffled, their options each time in a new order. */
  List<TextTask<TrainWording>> step(long step, int groups) {
    List<TextTask<TrainWording>> tasks = new ArrayList<>();
    for (int group = 0; group < groups; group++) {
      long place = step * groups + group;
      tasks.add(task(order.at(place), seed + order.epoch(place)));
    }
    return tasks;
  }

  /**
   * A question by its place in the data set.
   *
   * @param shuffle of the options
   */
  TextTask<TrainWording> task(int place, long shuffle) {
    return new TextTask<>(
        questions.at(place, shuffle), tokenizer, spec.pageTokens(), spec.answerTokens(), window);
  }
}
