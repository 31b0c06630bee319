package dev.rapport.bench.run;

import dev.rapport.bench.dataset.Asked;
import dev.rapport.bench.run.AnswerRecord.Outcome;
import dev.rapport.memory.Answerer;
import dev.rapport.memory.Choice;
import dev.rapport.memory.Options;
import dev.rapport.memory.Query;
import dev.rapport.memory.Recall;
import dev.rapport.memory.Reply;
import dev.rapport.model.ModelException;
import dev.rapport.page.Line;
import java.util.List;

/** Asks one question of one memory. */
final class Answering {
  private static final double NO_CONFIDENCE = -1;

  private final OptionOrder order;
  private final Account account;

  Answering(OptionOrder order, Account account) {
    this.order = order;
    this.account = account;
  }

  /** The options in the order they are shown. */
  Asked shown(Ask ask) {
    Asked asked = ask.question().asked();
    return ask.mode() == Mode.OPEN
        ? new Asked(asked.query(), List.of())
        : new Asked(asked.query(), order(ask).stream().map(asked.options()::get).toList());
  }

  private List<Integer> order(Ask ask) {
    return ask.mode() == Mode.OPEN ? List.of() : order.of(ask.question(), ask.row());
  }

  /**
   * @param scope of the answerer's calls, for what they cost
   */
  AnswerRecord answer(Ask ask, Memories.Recalling memory, Answerer answerer, String scope) {
    List<Integer> shownAs = order(ask);
    Recall recall = Recall.NOTHING;
    try {
      recall = memory.recall(ask);
      Query query = ask.question().asked().query();
      return ask.mode() == Mode.OPEN
          ? replied(ask, recall, answerer.reply(query, recall), scope)
          : chosen(
              ask,
              shownAs,
              recall,
              answerer.choose(query, new Options(shown(ask).options()), recall),
              scope);
    } catch (UnwrittenException e) {
      return unanswered(ask, shownAs, recall, String.valueOf(e.getMessage()), scope);
    } catch (ModelException e) {
      return unanswered(ask, shownAs, recall, Causes.of(e), scope);
    } catch (IllegalArgumentException e) {
      return unanswered(ask, shownAs, recall, "it cannot be asked: " + e.getMessage(), scope);
    }
  }

  private AnswerRecord chosen(
      Ask ask, List<Integer> shownAs, Recall recall, Choice choice, String scope) {
    return switch (choice) {
      case Choice.Chosen it ->
          record(
              ask,
              Outcome.CHOSEN,
              shownAs,
              shownAs.get(it.option()),
              it.text(),
              "",
              it.confidence(),
              recall,
              scope);
      case Choice.Unparsed it ->
          record(ask, Outcome.UNPARSED, shownAs, -1, it.text(), "", NO_CONFIDENCE, recall, scope);
    };
  }

  private AnswerRecord replied(Ask ask, Recall recall, Reply reply, String scope) {
    return reply.text().isBlank()
        ? unanswered(ask, List.of(), recall, "the reply was empty", scope)
        : record(
            ask, Outcome.REPLIED, List.of(), -1, reply.text(), "", NO_CONFIDENCE, recall, scope);
  }

  private AnswerRecord unanswered(
      Ask ask, List<Integer> shownAs, Recall recall, String cause, String scope) {
    return record(ask, Outcome.UNANSWERED, shownAs, -1, "", cause, NO_CONFIDENCE, recall, scope);
  }

  private AnswerRecord record(
      Ask ask,
      Outcome outcome,
      List<Integer> shownAs,
      int option,
      String reply,
      String cause,
      double confidence,
      Recall recall,
      String scope) {
    return new AnswerRecord(
        ask.question().id(),
        ask.mode(),
        outcome,
        shownAs,
        option,
        reply,
        cause,
        confidence,
        recalled(recall),
        recall.tokens(),
        account.of(scope));
  }

  private static List<String> recalled(Recall recall) {
    if (!recall.lines().isEmpty()) {
      return recall.lines().stream().map(Line::text).toList();
    }
    return recall.text().isBlank() ? List.of() : List.of(recall.text());
  }
}
