package dev.rapport.data.sample;

import dev.rapport.conversation.Conversation;
import dev.rapport.conversation.Message;
import dev.rapport.person.UserId;
import dev.rapport.text.TokenCounter;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Makes a history long without telling anything more about the person: neutral dialogues are spread
 * evenly between its conversations, in an order that depends on the seed alone.
 */
public final class PaddedHistory {
  private static final Duration BETWEEN_FILLERS = Duration.ofMinutes(20);

  private PaddedHistory() {}

  /**
   * The history with fillers up to a budget. When all are used they come again, under new names
   * ({@code f07-2}); a history already over the budget stays as it is.
   *
   * @param history not empty, in time order
   * @param fillers not empty
   * @param tokens of all message texts together that the result stays at or below
   */
  public static List<Conversation> of(
      List<Conversation> history,
      List<Filler> fillers,
      TokenCounter counter,
      long tokens,
      long seed) {
    if (history.isEmpty() || fillers.isEmpty()) {
      throw new IllegalArgumentException(
          "%d conversations and %d fillers; pass at least one of each"
              .formatted(history.size(), fillers.size()));
    }
    long room = tokens - history.stream().mapToLong(c -> tokens(c, counter)).sum();
    return spread(history, chosen(history.getFirst().user(), fillers, counter, room, seed));
  }

  private static List<Conversation> chosen(
      UserId user, List<Filler> fillers, TokenCounter counter, long room, long seed) {
    List<Filler> order = shuffled(fillers, seed);
    List<Conversation> chosen = new ArrayList<>();
    long left = room;
    for (int i = 0; left > 0; i++) {
      Filler filler = order.get(i % order.size());
      int round = i / order.size() + 1;
      String id = round == 1 ? filler.id() : filler.id() + "-" + round;
      Conversation next = SampleHistory.conversation(id, user, filler.messages(), Instant.EPOCH);
      left -= Math.max(1, tokens(next, counter));
      if (left >= 0) {
        chosen.add(next);
      }
    }
    return chosen;
  }

  private static List<Conversation> spread(List<Conversation> history, List<Conversation> fillers) {
    List<Conversation> result = new ArrayList<>();
    int next = 0;
    for (int i = 0; i < history.size(); i++) {
      Conversation conversation = history.get(i);
      result.add(conversation);
      Instant end = conversation.messages().getLast().at();
      int until = (int) ((long) fillers.size() * (i + 1) / history.size());
      for (int k = 1; next < until; k++, next++) {
        result.add(startingAt(end.plus(BETWEEN_FILLERS.multipliedBy(k)), fillers.get(next)));
      }
    }
    return result;
  }

  private static Conversation startingAt(Instant start, Conversation filler) {
    Duration shift = Duration.between(filler.messages().getFirst().at(), start);
    List<Message> messages =
        filler.messages().stream()
            .map(m -> new Message(m.conversation(), m.role(), m.text(), m.at().plus(shift)))
            .toList();
    return new Conversation(filler.id(), filler.user(), messages);
  }

  private static List<Filler> shuffled(List<Filler> fillers, long seed) {
    List<Filler> order = new ArrayList<>(fillers);
    var random = new SplittableRandom(seed);
    for (int i = order.size() - 1; i > 0; i--) {
      order.set(i, order.set(random.nextInt(i + 1), order.get(i)));
    }
    return order;
  }

  private static long tokens(Conversation conversation, TokenCounter counter) {
    return conversation.messages().stream().mapToLong(m -> counter.count(m.text())).sum();
  }
}
