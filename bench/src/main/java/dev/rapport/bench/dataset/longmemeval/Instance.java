package dev.rapport.bench.dataset.longmemeval;

import dev.rapport.bench.dataset.Question;
import java.util.List;

/**
 * A question and where its history is.
 *
 * @param sessions in the order of their dates
 */
record Instance(Question question, List<SessionSpot> sessions) {
  Instance {
    sessions = List.copyOf(sessions);
  }
}
