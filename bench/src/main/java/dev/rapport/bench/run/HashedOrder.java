package dev.rapport.bench.run;

import dev.rapport.bench.dataset.Question;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Options by a hash of seed, the question's words and the option's own, so that the order says
 * nothing of where the data set put the right one, and is the same wherever in its file the
 * question stands. The questions of a twin set share an order: a reader without memory sees the
 * same text each time, and can be right once only.
 */
public record HashedOrder(long seed) implements OptionOrder {
  @Override
  public List<Integer> of(Question question, int row) {
    String name = question.twins().isEmpty() ? question.asked().query().text() : question.twins();
    List<String> options = question.asked().options();
    List<String> hashes =
        options.stream().map(text -> Digest.of("order", Long.toString(seed), name, text)).toList();
    return IntStream.range(0, options.size())
        .boxed()
        .sorted(Comparator.comparing((Integer i) -> hashes.get(i)).thenComparing(i -> i))
        .toList();
  }
}
