package dev.rapport.bench.dataset.personamemv2;

import dev.rapport.data.personamem.BenchmarkRow;
import dev.rapport.data.personamem.BenchmarkTable;
import dev.rapport.data.personamem.Window;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** The histories' sizes, of which a row may have one or both. */
enum Size {
  SMALL("32k") {
    @Override
    Window of(BenchmarkRow row) {
      return row.window32k();
    }
  },
  LARGE("128k") {
    @Override
    Window of(BenchmarkRow row) {
      return row.window128k();
    }
  };

  private final String label;

  Size(String label) {
    this.label = label;
  }

  abstract Window of(BenchmarkRow row);

  String label() {
    return label;
  }

  static List<String> labels() {
    return Arrays.stream(values()).map(Size::label).toList();
  }

  /**
   * @param wanted a label, or empty for the smallest that a row of the table has
   */
  static Size of(String wanted, Path table) {
    for (Size size : values()) {
      if (wanted.isEmpty() ? size.isIn(table) : size.label.equals(wanted)) {
        return size;
      }
    }
    if (wanted.isEmpty()) {
      return SMALL;
    }
    throw new IllegalArgumentException(
        "size \"%s\" of personamem-v2; it is one of %s".formatted(wanted, labels()));
  }

  /** Whether a row of the table has a history of that size; mostly the first one tells. */
  boolean isIn(Path table) {
    try (Stream<BenchmarkRow> rows = BenchmarkTable.rows(table)) {
      return rows.anyMatch(row -> of(row).isPresent());
    }
  }
}
