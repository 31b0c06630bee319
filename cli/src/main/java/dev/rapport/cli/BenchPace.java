package dev.rapport.cli;

import dev.rapport.bench.run.Limits;
import dev.rapport.work.LimiterConfig;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How fast and how far a run may go: nothing of it changes what the run comes to. */
final class BenchPace {
  @Option(
      names = "--parallel",
      paramLabel = "N",
      description = "Most histories in flight. Default: ${DEFAULT-VALUE}.")
  int parallel = 8;

  @Option(
      names = "--calls-at-once",
      paramLabel = "N",
      description = "Most calls of one model under way. Default: as --parallel.")
  int callsAtOnce;

  @Option(
      names = "--requests-per-minute",
      paramLabel = "N",
      description = "Most calls of one model begun in a minute. Default: no limit.")
  long requestsPerMinute = LimiterConfig.UNLIMITED;

  @Option(
      names = "--tokens-per-minute",
      paramLabel = "N",
      description = "Most tokens of one model in a minute, both ways. Default: no limit.")
  long tokensPerMinute = LimiterConfig.UNLIMITED;

  @Option(
      names = "--max-calls",
      paramLabel = "N",
      description =
          "Stop before more model calls than this were made, earlier sessions included; the exit"
              + " status is then 1.")
  long maxCalls = Long.MAX_VALUE;

  @Option(
      names = "--max-usd",
      paramLabel = "USD",
      description = "Stop before more money than this was spent, earlier sessions included.")
  @Nullable BigDecimal maxUsd;

  @Option(names = "--estimate", description = "Say what it will cost, and stop there.")
  boolean estimate;

  @Option(
      names = "--retry-failed",
      description = "Try again what a failure left unanswered or unjudged.")
  boolean retryFailed;

  @Option(
      names = "--config",
      paramLabel = "FILE",
      description =
          "Configuration file. Default: rapport.yaml here or in the user's config folder.")
  @Nullable String config;

  @Option(names = "--json", description = "Machine-readable output on stdout.")
  boolean json;

  Limits limits() {
    try {
      BigDecimal money = maxUsd;
      if (money == null) {
        return new Limits(maxCalls, Limits.ANY_MONEY);
      }
      if (money.signum() < 0) {
        throw new UsageException("--max-usd %s must not be negative".formatted(money));
      }
      return new Limits(maxCalls, money);
    } catch (IllegalArgumentException e) {
      throw new UsageException(e);
    }
  }

  LimiterConfig limiter() {
    try {
      int atOnce = callsAtOnce == 0 ? parallel() : callsAtOnce;
      return new LimiterConfig(atOnce, requestsPerMinute, tokensPerMinute);
    } catch (IllegalArgumentException e) {
      throw new UsageException(e);
    }
  }

  int parallel() {
    if (parallel < 1) {
      throw new UsageException("--parallel %d must be at least 1".formatted(parallel));
    }
    return parallel;
  }

  Settings settings(Terminal terminal, @Nullable String model, @Nullable String answerModel) {
    GlobalOptions options = new GlobalOptions();
    options.config = config;
    options.model = model;
    options.answerModel = answerModel;
    return new SettingsReader(terminal.environment(), terminal.workingFolder()).read(options);
  }
}
