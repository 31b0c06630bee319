package dev.rapport.bench.dataset.personamemv2;

import dev.rapport.bench.dataset.Dataset;
import dev.rapport.bench.dataset.DatasetInfo;
import dev.rapport.bench.dataset.DatasetOptions;
import dev.rapport.bench.dataset.file.IndexedDataset;
import dev.rapport.conversation.Message;
import dev.rapport.conversation.Role;
import dev.rapport.conversation.Turn;
import dev.rapport.data.personamem.BenchmarkRow;
import dev.rapport.data.personamem.BenchmarkTable;
import dev.rapport.data.personamem.HistoryFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.stream.Stream;

/** Reads one table. */
final class TableReader {
  private final Path root;
  private final Path table;
  private final Size size;
  private final DatasetOptions options;
  private final SequencedMap<String, List<String>> leftOut = new LinkedHashMap<>();

  TableReader(Path root, Path table, Size size, DatasetOptions options) {
    this.root = root;
    this.table = table;
    this.size = size;
    this.options = options;
  }

  Dataset read(DatasetInfo info) {
    IndexedDataset.Builder builder = new IndexedDataset.Builder(info);
    builder.file(table);
    try (BenchmarkTable rows = BenchmarkTable.open(table)) {
      while (rows.hasNext()) {
        BenchmarkRow row = rows.next();
        add(builder, row, rows.rowNumber() - 1, rows.place());
      }
    }
    leftOut.forEach((why, rows) -> builder.note(note(why, rows)));
    return builder.build();
  }

  private static String note(String why, List<String> places) {
    int rows = places.size();
    return "%d %s left out, the first %s."
        .formatted(
            rows, rows == 1 ? "row " + why + " is" : "rows " + why + " are", places.getFirst());
  }

  private void add(IndexedDataset.Builder builder, BenchmarkRow row, long index, String place) {
    String link = size.of(row).link();
    if (link.isBlank()) {
      leaveOut("without a %s history".formatted(size.label()), place);
    } else if (row.userQuery().text().isBlank()) {
      leaveOut("with a blank query", place);
    } else if (row.correctAnswer().isBlank()) {
      leaveOut("with a blank right answer", place);
    } else {
      String id = "%s/%d".formatted(options.split(), index);
      builder.question(new RowQuestion(row, size, place).question(id), place);
      if (!builder.hasHistory(link)) {
        builder.history(link, () -> messages(link));
        builder.file(link, () -> HistoryFile.linked(root, link).path());
      }
    }
  }

  private void leaveOut(String why, String place) {
    leftOut.computeIfAbsent(why, none -> new ArrayList<>()).add(place);
  }

  /** Opened only when it is read, so that a missing history is told of by its name. */
  private Stream<Message> messages(String link) {
    HistoryFile file = HistoryFile.linked(root, link);
    Stream<Message> said =
        file.messages()
            .filter(message -> message.role() != Role.SYSTEM && !message.text().isBlank())
            .map(message -> said(message.role(), message.text()));
    return options.personaInContext()
        ? Stream.concat(file.goldPersona().map(persona -> said(Role.USER, persona)).stream(), said)
        : said;
  }

  /** The published histories have no marks between conversations. */
  private static Message said(Role role, String text) {
    return new Message("", role, text, Turn.UNDATED);
  }
}
