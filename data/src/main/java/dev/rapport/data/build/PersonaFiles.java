package dev.rapport.data.build;

import dev.rapport.data.DatasetException;
import dev.rapport.data.sample.SamplePersonas;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Where personas come from: the shipped sample, a folder of the same schema ({@code p01.json}), or
 * a folder of PersonaMem-v2's raw persona files ({@code raw_data_..._persona7.json}). Each is read
 * when it is its turn.
 */
public final class PersonaFiles {
  private static final Pattern SAMPLE = Pattern.compile("p(\\d{1,9})\\.json");
  private static final Pattern RAW = Pattern.compile(".*persona(\\d{1,9})\\.json");
  private static final List<String> RAW_FOLDERS = List.of("raw_data", "data/raw_data");
  private static final int SAMPLE_PERSONAS = 32;

  private final SequencedMap<Integer, Supplier<Source>> byNumber;
  private final boolean sample;

  private PersonaFiles(SequencedMap<Integer, Supplier<Source>> byNumber, boolean sample) {
    this.byNumber = byNumber;
    this.sample = sample;
  }

  /** The personas that come with Rapport. */
  public static PersonaFiles shipped() {
    return sample(SamplePersonas.shipped());
  }

  /**
   * @throws DatasetException if the folder holds no persona file, or two of one number
   */
  public static PersonaFiles in(Path folder) {
    if (!names(folder, SAMPLE).isEmpty()) {
      return sample(SamplePersonas.in(folder));
    }
    List<Path> folders = new ArrayList<>(List.of(folder));
    RAW_FOLDERS.forEach(inside -> folders.add(folder.resolve(inside)));
    for (Path candidate : folders) {
      List<String> names = Files.isDirectory(candidate) ? names(candidate, RAW) : List.of();
      if (!names.isEmpty()) {
        return raw(candidate, names);
      }
    }
    throw new DatasetException(
        "%s holds no personas. Put p01.json, ... or raw_data_..._persona0.json, ... there."
            .formatted(folder));
  }

  private static PersonaFiles sample(SamplePersonas personas) {
    SequencedMap<Integer, Supplier<Source>> byNumber = new TreeMap<>();
    for (String id : personas.ids()) {
      int number = number(SAMPLE, id + ".json");
      put(byNumber, number, () -> SampleSource.of(number, personas.load(id)), id);
    }
    boolean whole =
        byNumber.size() == SAMPLE_PERSONAS && byNumber.lastEntry().getKey() == SAMPLE_PERSONAS;
    return new PersonaFiles(byNumber, whole);
  }

  private static PersonaFiles raw(Path folder, List<String> names) {
    SequencedMap<Integer, Supplier<Source>> byNumber = new TreeMap<>();
    for (String name : names) {
      Path file = folder.resolve(name);
      put(byNumber, number(RAW, name), () -> RawSource.read(file), file.toString());
    }
    return new PersonaFiles(byNumber, false);
  }

  private static void put(
      SequencedMap<Integer, Supplier<Source>> byNumber,
      int number,
      Supplier<Source> source,
      String name) {
    if (byNumber.putIfAbsent(number, source) != null) {
      throw new DatasetException(
          "persona %d is there twice, the second time as %s. Take one away."
              .formatted(number, name));
    }
  }

  private static int number(Pattern pattern, String name) {
    Matcher matcher = pattern.matcher(name);
    if (!matcher.matches()) {
      throw new IllegalStateException(name);
    }
    return Integer.parseInt(matcher.group(1));
  }

  private static List<String> names(Path folder, Pattern pattern) {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> pattern.matcher(name).matches())
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new DatasetException(
          "folder %s cannot be listed. Check that it exists and may be read.".formatted(folder), e);
    }
  }

  /** Whether it is the sample of 32, whose halves are fixed. */
  boolean isSample() {
    return sample;
  }

  /** In order. */
  List<Integer> numbers() {
    return List.copyOf(byNumber.keySet());
  }

  Source load(int number) {
    Supplier<Source> source = byNumber.get(number);
    if (source == null) {
      throw new IllegalArgumentException("no persona %d".formatted(number));
    }
    return source.get();
  }
}
