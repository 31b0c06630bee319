package dev.rapport.cli;

import dev.rapport.bench.dataset.Question;
import dev.rapport.memory.Choice;
import dev.rapport.memory.Options;
import dev.rapport.memory.Query;
import dev.rapport.memory.Recall;
import dev.rapport.model.ChatMessage;
import dev.rapport.strategy.answer.AnswerConfig;
import dev.rapport.strategy.answer.LlmAnswerer;
import java.util.List;

/**
 * A question as it is asked once.
 *
 * @param options as shown; empty when it is asked for words
 * @param gold which of them is right, from 0; -1 without options
 */
record TrainQuestion(Question question, List<String> options, int gold) {
  TrainQuestion {
    options = List.copyOf(options);
  }

  /**
   * @param order of the options, as indexes in the data set's order
   */
  static TrainQuestion choice(Question question, List<Integer> order) {
    return new TrainQuestion(
        question,
        order.stream().map(question.asked().options()::get).toList(),
        order.indexOf(question.gold().option()));
  }

  static TrainQuestion open(Question question) {
    return new TrainQuestion(question, List.of(), -1);
  }

  boolean isOpen() {
    return options.isEmpty();
  }

  Query query() {
    return question.asked().query();
  }

  /** The prompt that {@code ask} sends a model. */
  List<ChatMessage> prompt(Recall recall) {
    Scripted calls = Scripted.silent();
    LlmAnswerer answerer = LlmAnswerer.using(calls, AnswerConfig.DEFAULT);
    if (isOpen()) {
      answerer.reply(query(), recall);
    } else {
      answerer.choose(query(), new Options(options), recall);
    }
    return calls.asked();
  }

  /** Whether the words name the right option, read as {@code bench} reads them. */
  boolean isRight(String words) {
    LlmAnswerer answerer = LlmAnswerer.using(Scripted.saying(words), AnswerConfig.DEFAULT);
    return switch (answerer.choose(query(), new Options(options), Recall.NOTHING)) {
      case Choice.Chosen chosen -> chosen.option() == gold;
      case Choice.Unparsed unparsed -> false;
    };
  }
}
