package dev.rapport.data.table;

import dev.rapport.data.DatasetException;
import java.util.Collections;
import java.util.Map;

/**
 * One row.
 *
 * @param file as faults shall name it
 * @param number counts from 1 below the header
 * @param line in the file where it begins, from 1
 * @param cells by column, in order
 */
public record CsvRow(String file, long number, long line, Map<String, String> cells) {
  public CsvRow {
    cells = Collections.unmodifiableMap(cells);
  }

  /** The cell; empty where there is no such column. */
  public String get(String column) {
    return cells.getOrDefault(column, "");
  }

  /** A cell that is not blank. */
  public String text(String column) {
    String text = get(column);
    if (text.isBlank()) {
      throw fault(column, "is blank", "Fill it in.");
    }
    return text;
  }

  /** A whole number of 0 or more, which may be written {@code 31726.0}. */
  public int number(String column) {
    String text = text(column).strip();
    String whole = text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
    if (!whole.matches("[0-9]{1,9}")) {
      throw fault(column, "is \"%s\"".formatted(text), "Write a whole number of 0 or more.");
    }
    return Integer.parseInt(whole);
  }

  /** A fault in a cell: what is wrong, and what to do about it. */
  public DatasetException fault(String column, String wrong, String mend) {
    return new DatasetException(
        "%s, row %d (line %d), %s: %s. %s".formatted(file, number, line, column, wrong, mend));
  }
}
