package dev.rapport.data.table;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import dev.rapport.data.DatasetException;
import dev.rapport.data.internal.TextFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Walks the rows of a UTF-8 CSV file, one in memory at a time. Cells may hold line breaks; a byte
 * order mark, empty lines and rows whose cells are all blank are passed over and not counted. Not
 * safe for several threads.
 */
public final class CsvCursor implements AutoCloseable {
  private static final int LONGEST_ROW = 256 << 20;

  private final Path file;
  private final CsvReader<CsvRecord> csv;
  private final CloseableIterator<CsvRecord> records;
  private List<String> header = List.of();
  private List<String> cells = List.of();
  private long row;
  private long line;

  private CsvCursor(Path file) {
    this.file = file;
    this.csv =
        CsvReader.builder()
            .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
            .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
            .allowUnclosedQuote(false)
            .maxBufferSize(LONGEST_ROW)
            .ofCsvRecord(TextFile.open(file));
    this.records = csv.iterator();
  }

  /** Opens a file and reads its header; close the cursor after use. */
  public static CsvCursor open(Path file) {
    CsvCursor cursor = new CsvCursor(file);
    try {
      if (!cursor.step()) {
        throw new DatasetException("%s is empty. Fetch the file again.".formatted(file));
      }
      cursor.header = cursor.names();
      return cursor;
    } catch (DatasetException e) {
      cursor.close();
      throw e;
    }
  }

  private List<String> names() {
    List<String> names = cells.stream().map(String::strip).toList();
    Set<String> seen = new LinkedHashSet<>();
    for (String name : names) {
      if (!seen.add(name)) {
        throw new DatasetException(
            "%s, header: column \"%s\" stands there twice. Take one away.".formatted(file, name));
      }
    }
    return names;
  }

  /** Names of the columns, in order, each once. */
  public List<String> header() {
    return header;
  }

  /**
   * Goes to the next row.
   *
   * @return false at the end
   * @throws DatasetException naming file, row and line, if it is not as wide as the header
   */
  public boolean next() {
    if (!step()) {
      return false;
    }
    row++;
    if (cells.size() != header.size()) {
      throw new DatasetException(
          "%s has %d cells where the header has %d. Maybe a quote is missing, or the file was cut off."
              .formatted(place(), cells.size(), header.size()));
    }
    return true;
  }

  private boolean step() {
    try {
      while (records.hasNext()) {
        CsvRecord record = records.next();
        cells = record.getFields();
        line = record.getStartingLineNumber();
        if (!cells.stream().allMatch(String::isBlank)) {
          return true;
        }
      }
      return false;
    } catch (CsvParseException | UncheckedIOException e) {
      throw broken(e);
    }
  }

  /** The row it is at, as wide as the header. */
  public List<String> cells() {
    return cells;
  }

  /** Number of the row it is at, from 1. */
  public long row() {
    return row;
  }

  /** The line where the row begins, from 1. */
  public long line() {
    return line;
  }

  /** The row it is at, as messages name it. */
  public String place() {
    return "%s, row %d (line %d)".formatted(file, row, line);
  }

  private DatasetException broken(RuntimeException e) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof DatasetException known) {
        return known;
      }
    }
    return new DatasetException(
        "%s: broken after row %d (line %d): %s. Maybe a quote is missing, or the file was cut off."
            .formatted(file, row, line, e.getMessage()),
        e);
  }

  @Override
  public void close() {
    try {
      csv.close();
    } catch (IOException e) {
      throw TextFile.unreadable(file, e);
    }
  }
}
