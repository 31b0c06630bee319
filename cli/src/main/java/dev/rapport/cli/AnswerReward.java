package dev.rapport.cli;

import dev.rapport.bench.judge.Judges;
import dev.rapport.prompt.Unthought;
import dev.rapport.train.job.TextTask;
import dev.rapport.train.reward.Reward;
import dev.rapport.train.rollout.Rollout;
import dev.rapport.work.Calls;

/**
 * 1 for the right letter, or for words that the judges find right; else 0. A reply that names no
 * option, and an empty one, earn nothing. Where the judges do not decide, nobody can tell, and the
 * whole group is left out.
 *
 * @param cutEarnsNothing whether an answer that the limit ended earns 0 unread
 * @param calls the way to the judges' model
 */
record AnswerReward(boolean cutEarnsNothing, Judges judges, Calls calls)
    implements Reward<TextTask<TrainWording>> {
  @Override
  public double of(TextTask<TrainWording> task, Rollout rollout) {
    if (cutEarnsNothing && !rollout.answer().stopped()) {
      return 0;
    }
    TrainQuestion asked = task.wording().asked();
    String words = task.tokenizer().decode(rollout.answer().words());
    return asked.isOpen()
        ? judged(asked, Unthought.of(words).strip())
        : asked.isRight(words) ? 1 : 0;
  }

  private double judged(TrainQuestion asked, String words) {
    if (words.isEmpty()) {
      return 0;
    }
    return switch (judges.judge(asked.query(), asked.question().gold(), words, calls).finding()) {
      case RIGHT -> 1;
      case WRONG -> 0;
      case UNDECIDED -> Double.NaN;
    };
  }
}
