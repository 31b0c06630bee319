package dev.rapport.data.table;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import dev.rapport.data.DatasetException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Consumer;

/**
 * A UTF-8 CSV file whose first line names the columns. Cells may hold line breaks; a byte order
 * mark and empty lines are passed over.
 */
public final class CsvTable {
  private static final int LONGEST_ROW = 256 << 20;

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
    long number = 0;
    try (CsvReader<NamedCsvRecord> reader =
        CsvReader.builder()
            .detectBomHeader(true)
            .maxBufferSize(LONGEST_ROW)
            .missingFieldStrategy(FieldMismatchStrategy.STRICT)
            .extraFieldStrategy(FieldMismatchStrategy.STRICT)
            .allowUnclosedQuote(false)
            .ofNamedCsvRecord(file)) {
      Iterator<NamedCsvRecord> rows = reader.iterator();
      while (rows.hasNext()) {
        NamedCsvRecord row = rows.next();
        number++;
        if (number == 1) {
          requireColumns(row.getHeader(), needed);
        }
        action.accept(
            new CsvRow(
                file.toString(),
                number,
                row.getStartingLineNumber(),
                new LinkedHashMap<>(row.getFieldsAsMap())));
      }
    } catch (CsvParseException | IllegalStateException e) {
      throw new DatasetException(
          "%s, after row %d: not CSV (%s). Mend the row, or fetch the file again."
              .formatted(file, number, e.getMessage()),
          e);
    } catch (IOException | UncheckedIOException e) {
      throw new DatasetException("%s cannot be read: %s".formatted(file, e.getMessage()), e);
    }
    if (number == 0) {
      throw new DatasetException("%s has no rows. Fetch the file again.".formatted(file));
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
