package dev.rapport.cli;

import dev.rapport.bench.dataset.Dataset;
import dev.rapport.bench.run.Mode;
import dev.rapport.bench.run.Variant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Names on the command line and what they stand for. */
final class BenchNames {
  private static final List<String> ORDERS = List.of("hash", "python");

  private BenchNames() {}

  static Variant variant(String name) {
    return choice("--variant", name, Variant.class);
  }

  static Mode mode(String name) {
    return choice("--mode", name, Mode.class);
  }

  /** With options where the data set has some. */
  static Mode usualMode(Dataset dataset) {
    boolean options =
        dataset.questions().stream().anyMatch(question -> !question.asked().options().isEmpty());
    return options ? Mode.CHOICE : Mode.OPEN;
  }

  static String order(String name) {
    if (!ORDERS.contains(name)) {
      throw new UsageException("--order is \"%s\"; it must be one of %s".formatted(name, ORDERS));
    }
    return name;
  }

  static <E extends Enum<E>> E choice(String option, String name, Class<E> type) {
    for (E each : type.getEnumConstants()) {
      if (label(each).equals(name.strip().toLowerCase(Locale.ROOT))) {
        return each;
      }
    }
    String known =
        Arrays.stream(type.getEnumConstants())
            .map(BenchNames::label)
            .collect(Collectors.joining(", "));
    throw new UsageException("%s is \"%s\"; it must be one of %s".formatted(option, name, known));
  }

  private static String label(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
