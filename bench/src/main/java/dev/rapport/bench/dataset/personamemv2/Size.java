package dev.rapport.bench.dataset.personamemv2;

import dev.rapport.data.personamem.BenchmarkRow;
import dev.rapport.data.personamem.BenchmarkTable;
import dev.rapport.data.personamem.Window;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

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
   * @param wanted a label, or empty for the smallest that the table's first row has
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

  /** Whether the table's first row has a history of that size. */
  boolean isIn(Path table) {
    try (BenchmarkTable rows = BenchmarkTable.open(table)) {
      return rows.hasNext() && of(rows.next()).isPresent();
    }
  }
}
