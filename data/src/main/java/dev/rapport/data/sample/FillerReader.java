package dev.rapport.data.sample;

import dev.rapport.data.internal.JsonPlace;
import java.util.List;

/** Reads {@code fillers.json}. */
final class FillerReader {
  private static final String FILE = "fillers.json";

  private FillerReader() {}

  static List<Filler> read(SampleFiles files) {
    return JsonPlace.parse(FILE, files.require(FILE)).items().stream()
        .map(place -> new Filler(place.text("id"), place.text("kind"), MessageReader.read(place)))
        .toList();
  }
}
