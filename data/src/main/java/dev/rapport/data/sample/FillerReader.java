package dev.rapport.data.sample;

import dev.rapport.data.internal.JsonPlace;
import java.util.List;

/** Reads {@code fillers.json}. */
final class FillerReader {
  private static final String FILE = "fillers.json";

  private FillerReader() {}

  static List<Filler> read(SampleFiles files) {
    return read(FILE, files.require(FILE));
  }

  /**
   * @param file as faults shall name it
   */
  static List<Filler> read(String file, String json) {
    return JsonPlace.parse(file, json).items().stream()
        .map(place -> new Filler(place.text("id"), place.text("kind"), MessageReader.read(place)))
        .toList();
  }
}
