package dev.rapport.jmh;

import dev.rapport.chunk.ChunkMode;
import dev.rapport.chunk.Chunker;
import dev.rapport.chunk.ChunkerConfig;
import dev.rapport.conversation.Turn;
import dev.rapport.text.TokenCounter;
import dev.rapport.tokens.TokenCounters;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Counting the tokens of a 32k history, turn by turn, and cutting it into chunks of 5,000. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 3, time = 1)
@Fork(3)
public class TokenizerBenchmark {
  private static final int CHUNK = 5_000;

  @Param({"o200k", "qwen3"})
  public String tokenizer = "o200k";

  private TokenCounter counter = TokenCounters.o200k();
  private List<Turn> turns = List.of();

  /** Tokens a second. */
  @State(Scope.Thread)
  @AuxCounters(AuxCounters.Type.OPERATIONS)
  public static class Rate {
    public long tokens;
  }

  @Setup
  public void read() {
    Sample sample = Sample.build();
    counter = TokenCounters.named(tokenizer);
    turns = sample.turns();
    sample.delete();
    int tokens = turns.stream().mapToInt(turn -> counter.count(turn.text())).sum();
    if (tokens < 30_000 || tokens > 40_000) {
      throw new IllegalStateException("the history has %d tokens".formatted(tokens));
    }
  }

  @Benchmark
  public int count(Rate rate) {
    int tokens = 0;
    for (Turn turn : turns) {
      tokens += counter.count(turn.text());
    }
    rate.tokens += tokens;
    return tokens;
  }

  @Benchmark
  public int chunk(Rate rate) {
    int tokens = 0;
    Iterator<dev.rapport.chunk.Chunk> chunks =
        Chunker.of(counter, new ChunkerConfig(CHUNK, ChunkMode.WHOLE_TURNS))
            .chunks(turns.iterator());
    while (chunks.hasNext()) {
      tokens += chunks.next().tokens();
    }
    rate.tokens += tokens;
    return tokens;
  }
}
