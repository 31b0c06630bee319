package dev.rapport.bench.dataset;

import java.util.List;

/**
 * What a newcomer must know of a data set before using it.
 *
 * @param name as on the command line
 * @param title as people call it
 * @param paper how to cite it
 * @param licence what it allows
 * @param source where to get it, in words
 * @param files what a folder with it holds, as glob patterns with a word on each
 */
public record DatasetInfo(
    String name, String title, String paper, String licence, String source, List<String> files) {
  public DatasetInfo {
    files = List.copyOf(files);
  }
}
