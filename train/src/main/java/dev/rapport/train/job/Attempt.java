package dev.rapport.train.job;

import dev.rapport.train.rollout.Exchange;
import dev.rapport.train.rollout.Rollout;
import java.util.List;

/**
 * What came of one question, asked once.
 *
 * @param id of the question
 * @param reward 0 to 1, or -1 when nobody could tell
 * @param page as it ended; empty when none was written
 * @param written tokens of all pages and the answer
 * @param cut whether the limit ended one of them
 */
public record Attempt(
    String id, double reward, String page, String answer, int written, boolean cut) {
  static <W extends Wording> Attempt of(TextTask<W> task, Rollout rollout, double earned) {
    List<Exchange> updates = rollout.updates();
    return new Attempt(
        task.wording().id(),
        Double.isNaN(earned) ? -1 : earned,
        updates.isEmpty() ? "" : task.tokenizer().decode(updates.getLast().words()),
        task.tokenizer().decode(rollout.answer().words()),
        rollout.exchanges().stream().mapToInt(one -> one.response().length).sum(),
        rollout.exchanges().stream().anyMatch(one -> !one.stopped()));
  }
}
