package dev.rapport.bench.run;

import dev.rapport.bench.dataset.Question;
import dev.rapport.data.personamem.PythonShuffle;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The letters of PersonaMem-v2's published training files: Python's shuffle, seeded with 42 and the
 * row, of the right option and then the wrong ones in the table's order.
 */
public record PythonOrder() implements OptionOrder {
  @Override
  public List<Integer> of(Question question, int row) {
    int size = question.asked().options().size();
    int right = question.gold().option();
    List<Integer> rightFirst = new ArrayList<>();
    if (right >= 0) {
      rightFirst.add(right);
    }
    IntStream.range(0, size).filter(option -> option != right).forEach(rightFirst::add);
    return PythonShuffle.optionOrder(row, size).stream().map(rightFirst::get).toList();
  }
}
