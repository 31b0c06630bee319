package dev.rapport.cli;

import dev.rapport.bench.judge.Judges;
import dev.rapport.bench.run.Account;
import dev.rapport.bench.run.HashedOrder;
import dev.rapport.bench.run.OptionOrder;
import dev.rapport.bench.run.PythonOrder;
import dev.rapport.bench.run.Reading;
import dev.rapport.bench.run.RunParts;
import dev.rapport.bench.run.RunSpec;
import dev.rapport.bench.run.Variant;
import dev.rapport.chunk.ChunkMode;
import dev.rapport.chunk.ChunkerConfig;
import dev.rapport.local.answer.PageAnswerer;
import dev.rapport.local.embed.BgeSmall;
import dev.rapport.memory.Answerer;
import dev.rapport.model.LanguageModel;
import dev.rapport.model.ModelRole;
import dev.rapport.privacy.PrivacyGates;
import dev.rapport.runtime.RapportConfig;
import dev.rapport.strategy.answer.AnswerConfig;
import dev.rapport.strategy.answer.LlmAnswerer;
import dev.rapport.strategy.page.PatchWriter;
import dev.rapport.strategy.page.QueryAwareWriter;
import dev.rapport.strategy.page.RewriteWriter;
import dev.rapport.strategy.page.WriterConfig;
import dev.rapport.text.TokenCounter;
import dev.rapport.work.CallConfig;
import dev.rapport.work.CallJournal;
import dev.rapport.work.Calls;
import dev.rapport.work.CallsFactory;
import dev.rapport.work.LimiterConfig;
import dev.rapport.work.WorkTime;
import java.time.Clock;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.logging.Level;
import java.util.logging.Logger;

/** The strategies and models a run's spec names. */
final class BenchWiring {
  /** Kept, since a logger that nobody holds forgets its level. It tells of a JVM flag. */
  private static final Logger LUCENE = Logger.getLogger("org.apache.lucene.internal.vectorization");

  private static final String NONE = "none";

  private final RunSpec spec;
  private final Settings settings;
  private final Clock clock;
  private final BgeSmall embedder = BgeSmall.lazy();
  private final RapportConfig config;
  private final TokenCounter counter;
  private final Map<ModelRole, LanguageModel> models = new EnumMap<>(ModelRole.class);

  /**
   * @param settings for credentials and prices; all else is in the spec
   */
  BenchWiring(RunSpec spec, Settings settings, Clock clock) {
    LUCENE.setLevel(Level.SEVERE);
    this.spec = spec;
    this.clock = clock;
    this.settings =
        new Settings(
            settings.store(),
            spec.models().getOrDefault("write", NONE),
            spec.models().getOrDefault("answer", NONE),
            "",
            setting("writing"),
            setting("tokenizer"),
            number("cap"),
            number("chunk"),
            settings.prices(),
            Map.of(),
            settings.environment());
    this.config = Parts.config(this.settings);
    this.counter = config.counter();
    var held = new Models(this.settings, clock);
    bind(ModelRole.WRITE, this.settings.model(), held);
    bind(ModelRole.ANSWER, this.settings.answerModel(), held);
    bind(ModelRole.JUDGE, spec.models().getOrDefault("judge", NONE), held);
  }

  private void bind(ModelRole role, String address, Models held) {
    held.model(address).ifPresent(model -> models.put(role, model));
  }

  private String setting(String name) {
    return Optional.ofNullable(spec.settings().get(name))
        .orElseThrow(
            () -> new FailedException("the run's spec.json has no setting \"%s\"".formatted(name)));
  }

  private int number(String name) {
    try {
      return Integer.parseInt(setting(name));
    } catch (NumberFormatException e) {
      throw new UsageException("%s is \"%s\"; it must be a number".formatted(name, setting(name)));
    }
  }

  /** Versions of the prompts that a run uses, by role. */
  static SequencedMap<String, String> prompts(
      Map<String, String> models, Map<String, String> settings, Variant variant) {
    SequencedMap<String, String> prompts = new LinkedHashMap<>();
    if (!models.getOrDefault("write", NONE).equals(NONE)) {
      prompts.put("write", writerPrompt(settings.getOrDefault("writing", ""), variant));
    }
    if (!models.getOrDefault("answer", NONE).equals(NONE)) {
      prompts.put("answer", LlmAnswerer.using(Calls.none(), AnswerConfig.DEFAULT).promptVersion());
    }
    if (!models.getOrDefault("judge", NONE).equals(NONE)) {
      prompts.put("judge", Judges.panel(1, 0).promptVersion());
    }
    return prompts;
  }

  private static String writerPrompt(String writing, Variant variant) {
    if (variant == Variant.QUERY_AWARE) {
      return QueryAwareWriter.promptVersion();
    }
    return writing.equals("rewrite")
        ? RewriteWriter.with(WriterConfig.DEFAULT).promptVersion()
        : PatchWriter.with(WriterConfig.DEFAULT).promptVersion();
  }

  /** Names of the models that are called, by role. */
  Map<ModelRole, String> modelNames() {
    Map<ModelRole, String> names = new EnumMap<>(ModelRole.class);
    models.forEach((role, model) -> names.put(role, model.name()));
    if (!writes()) {
      names.remove(ModelRole.WRITE);
    }
    return names;
  }

  private boolean writes() {
    return spec.strategy().equals(BenchMemories.PAGE);
  }

  RunParts parts(CallJournal journal, Account account, LimiterConfig limits) {
    CallsFactory calls =
        CallsFactory.of(
            journal,
            account,
            Models.prices(settings),
            CallConfig.DEFAULT,
            WorkTime.of(clock),
            new SplittableRandom(clock.millis()));
    models.forEach((role, model) -> calls.bind(role, model, limits));
    return new RunParts(
        new BenchMemories(spec, config, embedder, models.containsKey(ModelRole.WRITE)).memory(),
        new Reading(
            PrivacyGates.standard(),
            counter,
            new ChunkerConfig(settings.chunkTokens(), ChunkMode.WHOLE_TURNS)),
        order(),
        answering(),
        !models.containsKey(ModelRole.ANSWER),
        judges(),
        calls,
        account);
  }

  private OptionOrder order() {
    return setting("order").equals("python") ? new PythonOrder() : new HashedOrder(spec.seed());
  }

  private Function<Calls, Answerer> answering() {
    if (!models.containsKey(ModelRole.ANSWER)) {
      Answerer local = PageAnswerer.using(embedder, PrivacyGates.standard());
      return calls -> local;
    }
    AnswerConfig usual = AnswerConfig.DEFAULT;
    AnswerConfig config =
        new AnswerConfig(
            usual.choiceTokens(), usual.replyTokens(), usual.temperature(), spec.seed());
    return calls -> LlmAnswerer.using(calls, config);
  }

  private Judges judges() {
    if (!models.containsKey(ModelRole.JUDGE)) {
      return Judges.none();
    }
    try {
      return Judges.panel(number("judges"), spec.seed());
    } catch (IllegalArgumentException e) {
      throw new UsageException(e);
    }
  }
}
