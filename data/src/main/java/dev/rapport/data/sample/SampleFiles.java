package dev.rapport.data.sample;

import dev.rapport.data.DatasetException;
import java.util.List;
import java.util.Optional;

/** Where the files of a sample data set lie. */
interface SampleFiles {
  /** Ids of the persona files, sorted. */
  List<String> personaIds();

  /** The text of a file, empty when there is none of that name. */
  Optional<String> find(String name);

  /** As faults name it. */
  String place();

  default String require(String name) {
    return find(name)
        .orElseThrow(
            () ->
                new DatasetException(
                    "%s: there is no %s. Put the file there.".formatted(place(), name)));
  }
}
