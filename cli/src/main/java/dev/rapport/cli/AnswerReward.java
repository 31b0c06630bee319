package dev.rapport.cli;

import dev.rapport.bench.judge.Judges;
import dev.rapport.prompt.Unthought;
import dev.rapport.train.job.TextTask;
import dev.rapport.train.reward.Reward;
import dev.rapport.train.rollout.Rollout;
import dev.rapport.work.Calls;
import dev.rapport.work.LeaseLostException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;

/**
 * 1 for the right letter, or for words that the judges find right; else 0. A reply that names no
 * option, and an empty one, earn nothing. Where the judges do not decide, nobody can tell, and the
 * whole group is left out.
 *
 * @param cutEarnsNothing whether an answer that the limit ended earns 0 unread
 * @param calls the way to the judges' model, by a name for the answer that is judged
 */
record AnswerReward(boolean cutEarnsNothing, Judges judges, Function<String, Calls> calls)
    implements Reward<TextTask<TrainWording>> {
  /** What was answered; the same words to the same question are judged once. */
  private record Said(TrainQuestion asked, String words) {
    /** Names it in the run's journal. */
    String name() {
      return "verdict " + TrainChunks.KEY.hash(asked.question().id(), words);
    }
  }

  @Override
  public double of(TextTask<TrainWording> task, Rollout rollout) {
    return earned(said(task, rollout));
  }

  /** Judges all answers side by side. */
  @Override
  public double[] all(List<TextTask<TrainWording>> tasks, List<Rollout> rollouts) {
    try (ExecutorService judging = Executors.newVirtualThreadPerTaskExecutor()) {
      Map<Said, Future<Double>> verdicts = new LinkedHashMap<>();
      List<Future<Double>> earned = new ArrayList<>();
      for (int i = 0; i < rollouts.size(); i++) {
        Said said = said(tasks.get(i), rollouts.get(i));
        earned.add(verdicts.computeIfAbsent(said, one -> judging.submit(() -> earned(one))));
      }
      return earned.stream().mapToDouble(AnswerReward::result).toArray();
    }
  }

  private static double result(Future<Double> verdict) {
    try {
      return verdict.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof LeaseLostException) {
        throw new FailedException(
            "the judge may not be called more often (--max-calls); run the same command again with"
                + " more, and it goes on from its checkpoint");
      }
      throw new FailedException("an answer could not be judged: " + e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new FailedException("interrupted while answers were judged");
    }
  }

  private Said said(TextTask<TrainWording> task, Rollout rollout) {
    boolean unread = cutEarnsNothing && !rollout.answer().stopped();
    String words = unread ? "" : task.tokenizer().decode(rollout.answer().words());
    return new Said(task.wording().asked(), words);
  }

  private double earned(Said said) {
    TrainQuestion asked = said.asked();
    if (!asked.isOpen()) {
      return asked.isRight(said.words()) ? 1 : 0;
    }
    String words = Unthought.of(said.words()).strip();
    if (words.isEmpty()) {
      return 0;
    }
    var ruling =
        judges.judge(asked.query(), asked.question().gold(), words, calls.apply(said.name()));
    return switch (ruling.finding()) {
      case RIGHT -> 1;
      case WRONG -> 0;
      case UNDECIDED -> Double.NaN;
    };
  }
}
