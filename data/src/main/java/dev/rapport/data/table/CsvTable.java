package dev.rapport.data.table;

import dev.rapport.data.DatasetException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** A CSV file whose first line names the columns, read as {@link CsvCursor} does. */
public final class CsvTable {
  private final Path file;

  private CsvTable(Path file) {
    this.file = file;
  }

  /**
   * @throws DatasetException if there is no such file
   */
  public static CsvTable at(Path file) {
    if (!Files.isRegularFile(file)) {
      throw new DatasetException("%s is missing. Put it there.".formatted(file));
    }
    return new CsvTable(file);
  }

  /**
   * Hands on one row after the other, and never holds more than one.
   *
   * @param needed columns without which there is no use in reading on
   * @throws DatasetException naming file and row, when a column is missing or a row is not as wide
   *     as the header
   */
  public void forEach(List<String> needed, Consumer<CsvRow> action) {
    try (CsvCursor rows = CsvCursor.open(file)) {
      List<String> header = rows.header();
      requireColumns(header, needed);
      while (rows.next()) {
        Map<String, String> cells = new LinkedHashMap<>();
        for (int i = 0; i < header.size(); i++) {
          cells.put(header.get(i), rows.cells().get(i));
        }
        action.accept(new CsvRow(file.toString(), rows.row(), rows.line(), cells));
      }
      if (rows.row() == 0) {
        throw new DatasetException("%s has no rows. Fetch the file again.".formatted(file));
      }
    }
  }

  private void requireColumns(List<String> header, List<String> needed) {
    for (String column : needed) {
      if (!header.contains(column)) {
        throw new DatasetException(
            "%s: there is no column \"%s\" among %s. Fetch the published file."
                .formatted(file, column, header));
      }
    }
  }
}
