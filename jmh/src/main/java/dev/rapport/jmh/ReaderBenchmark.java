package dev.rapport.jmh;

import dev.rapport.data.personamem.BenchmarkRow;
import dev.rapport.data.personamem.BenchmarkTable;
import dev.rapport.data.personamem.HistoryFile;
import dev.rapport.data.personamem.HistoryMessage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** Reading PersonaMem-v2's files: a table with all of its columns, and a history of 32k tokens. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 3, time = 1)
@Fork(3)
public class ReaderBenchmark {
  private Sample sample = Sample.NONE;
  private Path table = Path.of("");
  private Path history = Path.of("");
  private long tableBytes;
  private long historyBytes;

  /** Bytes a second. */
  @State(Scope.Thread)
  @AuxCounters(AuxCounters.Type.OPERATIONS)
  public static class Rate {
    public long bytes;
  }

  @Setup
  public void write() throws IOException {
    sample = Sample.build();
    table = sample.table();
    history = sample.history();
    tableBytes = Files.size(table);
    historyBytes = Files.size(history);
    long rows = table(new Rate());
    long messages = history(new Rate());
    if (rows != 192 || messages < 50) {
      throw new IllegalStateException("%d rows, %d messages".formatted(rows, messages));
    }
  }

  @TearDown
  public void delete() {
    sample.delete();
  }

  @Benchmark
  public long table(Rate rate) {
    rate.bytes += tableBytes;
    try (Stream<BenchmarkRow> rows = BenchmarkTable.rows(table)) {
      return rows.filter(row -> !row.correctAnswer().isEmpty()).count();
    }
  }

  @Benchmark
  public long history(Rate rate) {
    rate.bytes += historyBytes;
    try (Stream<HistoryMessage> messages = HistoryFile.at(history).messages()) {
      return messages.filter(message -> !message.text().isEmpty()).count();
    }
  }
}
