package dev.rapport.cli;

import dev.rapport.learn.CallsFor;
import dev.rapport.local.answer.PageAnswerer;
import dev.rapport.local.embed.BgeSmall;
import dev.rapport.local.write.LocalWriter;
import dev.rapport.memory.Answerer;
import dev.rapport.memory.PageWriter;
import dev.rapport.model.LanguageModel;
import dev.rapport.model.ModelRole;
import dev.rapport.person.UserId;
import dev.rapport.provider.openai.ModelAddress;
import dev.rapport.provider.openai.OpenAiModel;
import dev.rapport.store.SqliteStore;
import dev.rapport.strategy.answer.AnswerConfig;
import dev.rapport.strategy.answer.LlmAnswerer;
import dev.rapport.strategy.page.PatchWriter;
import dev.rapport.strategy.page.RewriteWriter;
import dev.rapport.strategy.page.WriterConfig;
import dev.rapport.work.CallConfig;
import dev.rapport.work.CallsFactory;
import dev.rapport.work.Lease;
import dev.rapport.work.LimiterConfig;
import dev.rapport.work.Price;
import dev.rapport.work.PriceList;
import dev.rapport.work.WorkTime;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.SplittableRandom;

/** Which models write and answer: remote ones, or the built-in engine where none is named. */
final class Models {
  private final CallsFactory calls;
  private final PageWriter writer;
  private final boolean remoteAnswers;
  private final BgeSmall embedder;

  private Models(CallsFactory calls, PageWriter writer, boolean remoteAnswers, BgeSmall embedder) {
    this.calls = calls;
    this.writer = writer;
    this.remoteAnswers = remoteAnswers;
    this.embedder = embedder;
  }

  static Models of(Settings settings, SqliteStore store, BgeSmall embedder, Clock clock) {
    CallsFactory calls =
        CallsFactory.of(
            store.journal(),
            store.ledger(),
            prices(settings),
            CallConfig.DEFAULT,
            WorkTime.of(clock),
            new SplittableRandom(clock.millis()));
    Optional<LanguageModel> writes = model(settings.model(), settings, clock);
    Optional<LanguageModel> answers = model(settings.answerModel(), settings, clock);
    writes.ifPresent(model -> calls.bind(ModelRole.WRITE, model, LimiterConfig.DEFAULT));
    answers.ifPresent(model -> calls.bind(ModelRole.ANSWER, model, LimiterConfig.DEFAULT));
    PageWriter writer = writes.isEmpty() ? LocalWriter.using(embedder) : remoteWriter(settings);
    return new Models(calls, writer, answers.isPresent(), embedder);
  }

  static Optional<LanguageModel> model(String address, Settings settings, Clock clock) {
    try {
      return switch (ModelAddress.parse(address, settings.environment())) {
        case ModelAddress.None none -> Optional.empty();
        case ModelAddress.Remote remote -> Optional.of(OpenAiModel.of(remote.config(), clock));
      };
    } catch (IllegalArgumentException e) {
      throw new UsageException(e);
    }
  }

  static PageWriter remoteWriter(Settings settings) {
    WriterConfig config =
        new WriterConfig(settings.capTokens(), WriterConfig.DEFAULT.replyTokens(), 0, 0);
    return switch (settings.writing()) {
      case "patch" -> PatchWriter.with(config);
      case "rewrite" -> RewriteWriter.with(config);
      default ->
          throw new UsageException(
              "writing is \"%s\"; it must be patch or rewrite".formatted(settings.writing()));
    };
  }

  static PriceList prices(Settings settings) {
    SequencedMap<String, Price> prices = new LinkedHashMap<>();
    settings.prices().forEach((model, price) -> prices.put(model, Price.parse(price)));
    return PriceList.of(prices);
  }

  PageWriter writer() {
    return writer;
  }

  CallsFor writing() {
    return (user, lease) -> calls.calls(user.value(), ModelRole.WRITE, lease);
  }

  Answerer answerer(UserId user) {
    return remoteAnswers
        ? LlmAnswerer.using(
            calls.calls(user.value(), ModelRole.ANSWER, Lease.ALWAYS), AnswerConfig.DEFAULT)
        : PageAnswerer.using(embedder, Parts.gate());
  }

  boolean answersWithModel() {
    return remoteAnswers;
  }
}
