package dev.rapport.runtime;

import dev.rapport.chunk.ChunkMode;
import dev.rapport.chunk.ChunkerConfig;
import dev.rapport.guard.Guard;
import dev.rapport.guard.GuardConfig;
import dev.rapport.learn.LearnerConfig;
import dev.rapport.memory.PageWriter;
import dev.rapport.privacy.PrivacyGate;
import dev.rapport.privacy.PrivacyGates;
import dev.rapport.privacy.PrivacyPolicy;
import dev.rapport.strategy.page.WriterConfig;
import dev.rapport.text.TokenCounter;
import dev.rapport.tokens.TokenCounters;
import dev.rapport.work.PriceList;
import java.util.LinkedHashMap;

/**
 * What shapes the pages.
 *
 * @param tokenizer the cap is counted with it, and it is stored with every page
 * @param capTokens most tokens of a page
 * @param chunkTokens most tokens of conversation folded in at a time
 * @param writing how a language model writes, where one does
 * @param prices of models, for the ledger
 * @param privacy what becomes of private data, by kind
 */
public record RapportConfig(
    String tokenizer,
    int capTokens,
    int chunkTokens,
    Writing writing,
    PriceList prices,
    PrivacyPolicy privacy) {
  public static final RapportConfig DEFAULT =
      new RapportConfig(
          "o200k",
          2048,
          5000,
          Writing.PATCH,
          PriceList.of(new LinkedHashMap<>()),
          PrivacyPolicy.DEFAULT);

  public TokenCounter counter() {
    return TokenCounters.named(tokenizer);
  }

  /**
   * @param counter as {@link #counter} gives it
   */
  public Guard guard(TokenCounter counter) {
    GuardConfig usual = GuardConfig.DEFAULT;
    return Guard.of(
        new GuardConfig(capTokens, usual.maxLoss(), usual.smallPage(), usual.lineTokens()),
        counter,
        gate());
  }

  public PrivacyGate gate() {
    return PrivacyGates.with(privacy);
  }

  /** The writer for a language model. */
  public PageWriter modelWriter() {
    return writing.writer(new WriterConfig(capTokens, WriterConfig.DEFAULT.replyTokens(), 0, 0));
  }

  LearnerConfig learner() {
    return new LearnerConfig(
        new ChunkerConfig(chunkTokens, ChunkMode.WHOLE_TURNS), Integer.MAX_VALUE);
  }
}
