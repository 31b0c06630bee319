package dev.rapport.bench.dataset;

import java.nio.file.Path;
import java.util.List;

/** How one data set is laid out, and how it is read. Stateless. */
public interface DatasetFormat {
  DatasetInfo info();

  /** The parts as published, each with what opens it. */
  List<Part> parts();

  /** Whether the files of a part are there; nothing is read. */
  boolean holds(Path place, DatasetOptions part);

  /**
   * @param place a folder, or a file where the data set is one
   * @throws dev.rapport.data.DatasetException naming file, place and mend
   * @throws IllegalArgumentException when an option has a value the data set does not know
   */
  Dataset open(Path place, DatasetOptions options);

  /**
   * A part of a data set.
   *
   * @param name for people: {@code benchmark, 32k}
   * @param published questions it has as published, 0 where that is not known
   */
  record Part(String name, DatasetOptions options, int published) {}
}
