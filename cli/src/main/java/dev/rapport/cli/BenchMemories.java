package dev.rapport.cli;

import dev.rapport.bench.rag.Rag;
import dev.rapport.bench.rag.RagConfig;
import dev.rapport.bench.run.Mode;
import dev.rapport.bench.run.Remembering;
import dev.rapport.bench.run.RunSpec;
import dev.rapport.bench.run.Variant;
import dev.rapport.guard.Guard;
import dev.rapport.local.embed.BgeSmall;
import dev.rapport.local.write.LocalWriter;
import dev.rapport.page.Page;
import dev.rapport.runtime.RapportConfig;
import dev.rapport.strategy.fullcontext.FullContext;
import dev.rapport.strategy.nomemory.NoMemory;
import dev.rapport.strategy.page.PageStrategy;
import dev.rapport.strategy.page.QueryAwareWriter;
import dev.rapport.strategy.page.WriterConfig;
import dev.rapport.text.TokenCounter;

/** The memory that a run's spec names. */
final class BenchMemories {
  static final String FULL_CONTEXT = "fullcontext";
  static final String PAGE = "page";

  private final RunSpec spec;
  private final RapportConfig config;
  private final TokenCounter counter;
  private final BgeSmall embedder;
  private final boolean modelWrites;

  /**
   * @param modelWrites whether a language model writes pages; the built-in writer otherwise
   */
  BenchMemories(RunSpec spec, RapportConfig config, BgeSmall embedder, boolean modelWrites) {
    this.spec = spec;
    this.config = config;
    this.counter = config.counter();
    this.embedder = embedder;
    this.modelWrites = modelWrites;
  }

  Remembering<?> memory() {
    if (spec.variant() == Variant.QUERY_AWARE) {
      return queryAware();
    }
    return switch (spec.strategy()) {
      case PAGE -> new Remembering.Kept<>(page(), PageCodec.INSTANCE);
      case "nomemory" -> new Remembering.Nothing<>(new NoMemory());
      case FULL_CONTEXT -> new Remembering.Rebuilt<>(FullContext.counting(counter));
      case "rag-dense" ->
          new Remembering.Rebuilt<>(Rag.dense(embedder, counter, RagConfig.DEFAULT));
      case "rag-bm25" -> new Remembering.Rebuilt<>(Rag.bm25(counter, RagConfig.DEFAULT));
      case "rag-hybrid" ->
          new Remembering.Rebuilt<>(Rag.hybrid(embedder, counter, RagConfig.DEFAULT));
      case "oracle" -> new Remembering.Evidence<>(FullContext.counting(counter));
      default ->
          throw new UsageException(
              "--strategy \"%s\" is unknown; write page, nomemory, fullcontext, rag-bm25, rag-dense, rag-hybrid or oracle"
                  .formatted(spec.strategy()));
    };
  }

  private Guard guard() {
    try {
      return config.guard(counter);
    } catch (IllegalArgumentException e) {
      throw new UsageException(e);
    }
  }

  private PageStrategy page() {
    return PageStrategy.of(
        modelWrites ? config.modelWriter() : LocalWriter.using(embedder), guard(), counter);
  }

  private Remembering<Page> queryAware() {
    if (!spec.strategy().equals(PAGE) || !modelWrites) {
      throw new UsageException(
          "--variant query-aware is for --strategy page written by a model; name one with --model");
    }
    if (spec.mode() == Mode.BOTH) {
      throw new UsageException(
          "--variant query-aware writes a page for one way of asking; choose --mode choice or open");
    }
    WriterConfig writer =
        new WriterConfig(config.capTokens(), WriterConfig.DEFAULT.replyTokens(), 0, spec.seed());
    Guard guard = guard();
    return new Remembering.PerQuestion<>(
        asked ->
            PageStrategy.of(
                QueryAwareWriter.with(writer, asked.query(), asked.options()), guard, counter),
        PageCodec.INSTANCE);
  }
}
