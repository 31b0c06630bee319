package dev.rapport.bench.run;

import dev.rapport.bench.dataset.Question;
import java.util.List;

/** In which order a question's options are shown. The same whenever it is asked for. */
@FunctionalInterface
public interface OptionOrder {
  /**
   * @param row of the question in the data set, from 0
   * @return indexes in the data set's order, each once: the first is shown as A
   */
  List<Integer> of(Question question, int row);
}
