package dev.rapport.data.personamem;

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
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * Reads a PersonaMem-v2 table ({@code benchmark.csv}, {@code train.csv}, {@code val.csv}) row by
 * row. Columns are found by name in any order; unknown ones are kept apart in {@link
 * BenchmarkRow#extra}; the link columns of early files are understood. Not safe for several
 * threads.
 *
 * <p>{@link #hasNext} and {@link #next} throw a {@link DatasetException} that names file, row, line
 * and column. Rows count from 1, without the header.
 */
public final class BenchmarkTable implements Iterator<BenchmarkRow>, AutoCloseable {
  private static final int WIDEST_CELL = 64 << 20;

  private final Path file;
  private final CsvReader<CsvRecord> csv;
  private final CloseableIterator<CsvRecord> records;
  private final Header header;
  private long row;
  private long line;

  private BenchmarkTable(Path file) {
    this.file = file;
    this.csv =
        CsvReader.builder()
            .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
            .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
            .allowUnclosedQuote(false)
            .maxBufferSize(WIDEST_CELL)
            .ofCsvRecord(TextFile.open(file));
    this.records = csv.iterator();
    this.header = Header.of(header(), file.toString());
  }

  /** Opens a table and reads its header. */
  public static BenchmarkTable open(Path file) {
    return new BenchmarkTable(file);
  }

  /** All rows; close the stream after use. */
  public static Stream<BenchmarkRow> rows(Path file) {
    BenchmarkTable table = open(file);
    return StreamSupport.stream(
            Spliterators.spliteratorUnknownSize(
                table, Spliterator.ORDERED | Spliterator.NONNULL | Spliterator.IMMUTABLE),
            false)
        .onClose(table::close);
  }

  private List<String> header() {
    if (!hasNext()) {
      throw new DatasetException("%s is empty. Give a PersonaMem-v2 table.".formatted(file));
    }
    return records.next().getFields();
  }

  @Override
  public boolean hasNext() {
    try {
      return records.hasNext();
    } catch (CsvParseException | UncheckedIOException e) {
      throw broken(e);
    }
  }

  @Override
  public BenchmarkRow next() {
    if (!hasNext()) {
      throw new NoSuchElementException("no more rows in " + file);
    }
    CsvRecord record = records.next();
    row++;
    line = record.getStartingLineNumber();
    if (record.getFieldCount() != header.width()) {
      throw new DatasetException(
          "%s has %d cells where the header has %d. Maybe a quote is missing, or the file was cut off."
              .formatted(place(), record.getFieldCount(), header.width()));
    }
    return new RowReader(header, record.getFields(), this::place).read();
  }

  /** Number of the row read last, from 1. */
  public long rowNumber() {
    return row;
  }

  /** The row read last, as messages name it. */
  public String place() {
    return "%s, row %d (line %d)".formatted(file, row, line);
  }

  private RuntimeException broken(RuntimeException e) {
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
