package dev.rapport.local.answer;

import java.util.List;

/**
 * What the person said in one place: lines from one turn belong together, as evidence.
 *
 * @param sentences at least one
 * @param lines for each sentence, the number of its line in the recall
 * @param recency 0 for the page's oldest passage to 1 for its newest; a half when there is only one
 */
record Passage(List<TextView> sentences, List<Integer> lines, double recency) {
  Passage {
    sentences = List.copyOf(sentences);
    lines = List.copyOf(lines);
  }
}
