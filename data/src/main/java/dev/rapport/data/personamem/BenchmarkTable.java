package dev.rapport.data.personamem;

import dev.rapport.data.DatasetException;
import dev.rapport.data.table.CsvCursor;
import java.nio.file.Path;
import java.util.Iterator;
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
  private final Path file;
  private final CsvCursor rows;
  private final Header header;
  private boolean ahead;
  private long number;
  private String place = "";

  private BenchmarkTable(Path file, CsvCursor rows) {
    this.file = file;
    this.rows = rows;
    this.header = Header.of(rows.header(), file.toString());
  }

  /** Opens a table and reads its header. */
  public static BenchmarkTable open(Path file) {
    CsvCursor rows = CsvCursor.open(file);
    try {
      return new BenchmarkTable(file, rows);
    } catch (DatasetException e) {
      rows.close();
      throw e;
    }
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

  @Override
  public boolean hasNext() {
    ahead = ahead || rows.next();
    return ahead;
  }

  @Override
  public BenchmarkRow next() {
    if (!hasNext()) {
      throw new NoSuchElementException("no more rows in " + file);
    }
    ahead = false;
    number = rows.row();
    place = rows.place();
    return new RowReader(header, rows.cells(), place).read();
  }

  /** Number of the row read last, from 1. */
  public long rowNumber() {
    return number;
  }

  /** The row read last, as messages name it. */
  public String place() {
    return place;
  }

  @Override
  public void close() {
    rows.close();
  }
}
