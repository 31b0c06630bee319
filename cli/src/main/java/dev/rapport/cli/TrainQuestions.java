package dev.rapport.cli;

import dev.rapport.bench.dataset.Dataset;
import dev.rapport.bench.dataset.Gold;
import dev.rapport.bench.dataset.Question;
import dev.rapport.bench.run.HashedOrder;
import dev.rapport.chunk.Chunk;
import dev.rapport.guard.Guard;
import dev.rapport.guard.GuardConfig;
import dev.rapport.memory.PageWriter;
import dev.rapport.memory.Recall;
import dev.rapport.memory.RecallBudget;
import dev.rapport.memory.WriteContext;
import dev.rapport.model.ChatMessage;
import dev.rapport.person.UserId;
import dev.rapport.privacy.PrivacyGates;
import dev.rapport.strategy.fullcontext.FullContext;
import dev.rapport.strategy.fullcontext.Transcript;
import dev.rapport.strategy.page.PageStrategy;
import dev.rapport.strategy.page.QueryAwareWriter;
import dev.rapport.strategy.page.RewriteWriter;
import dev.rapport.strategy.page.WriterConfig;
import dev.rapport.text.TokenCounter;
import dev.rapport.tokens.TokenCounters;
import dev.rapport.train.job.Order;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The questions of a data set in the words in which a policy meets them. */
final class TrainQuestions {
  private static final UserId SOMEBODY = new UserId("this person");

  private final CourseSpec spec;
  private final List<Question> questions;
  private final Set<String> open = new LinkedHashSet<>();
  private final TrainChunks chunks;
  private final TokenCounter counter;

  /**
   * @param seed of which are asked for words
   */
  TrainQuestions(CourseSpec spec, Dataset dataset, long seed) {
    this.spec = spec;
    counter = TokenCounters.named(spec.counter());
    chunks = new TrainChunks(dataset, counter, spec.chunkTokens(), spec.chunks());
    questions =
        dataset.questions().stream()
            .filter(question -> spec.isJudged() || hasOptions(question))
            .limit(spec.limit() == 0 ? Long.MAX_VALUE : spec.limit())
            .toList();
    if (questions.isEmpty()) {
      throw new UsageException(
          "--data %s has no questions for this; without --judge-model only those with options count"
              .formatted(spec.data()));
    }
    var drawn = new Order(questions.size(), ~seed);
    for (int i = 0; i < Math.round(spec.openShare() * questions.size()); i++) {
      open.add(questions.get(drawn.at(i)).id());
    }
  }

  private static boolean hasOptions(Question question) {
    return question.gold().option() != Gold.NO_OPTION;
  }

  int size() {
    return questions.size();
  }

  /**
   * A question by its place in the data set.
   *
   * @param shuffle of the options
   */
  TrainWording at(int place, long shuffle) {
    return wording(asked(place, shuffle));
  }

  /** Tokens of a prompt, as chunks are counted. */
  int tokens(List<ChatMessage> prompt) {
    return prompt.stream().mapToInt(message -> counter.count(message.content())).sum();
  }

  private TrainQuestion asked(int place, long shuffle) {
    Question question = questions.get(place);
    return open.contains(question.id()) || !hasOptions(question)
        ? TrainQuestion.open(question)
        : TrainQuestion.choice(question, new HashedOrder(shuffle).of(question, place));
  }

  private TrainWording wording(TrainQuestion asked) {
    List<Chunk> history = chunks.of(asked.question().history());
    if (!spec.isPaged()) {
      return new ContextWording(asked, whole(asked, history));
    }
    PageStrategy strategy = PageStrategy.of(writer(asked), guard(), counter);
    return new PageWording(asked, history, writer(asked), strategy, spec.pageTokens());
  }

  private PageWriter writer(TrainQuestion asked) {
    WriterConfig config =
        TrainPlaces.usage(
            () -> new WriterConfig(spec.pageTokens(), Math.max(64, spec.pageTokens()), 0, 0));
    return spec.queryAware()
        ? QueryAwareWriter.with(config, asked.query(), asked.options())
        : RewriteWriter.with(config);
  }

  private Guard guard() {
    GuardConfig usual = GuardConfig.DEFAULT;
    return TrainPlaces.usage(
        () ->
            Guard.of(
                new GuardConfig(
                    spec.pageTokens(), usual.maxLoss(), usual.smallPage(), usual.lineTokens()),
                counter,
                PrivacyGates.standard()));
  }

  private Recall whole(TrainQuestion asked, List<Chunk> history) {
    FullContext strategy = FullContext.counting(counter);
    Transcript transcript = strategy.empty(SOMEBODY);
    WriteContext context = new WriteContext(TrainChunks.KEY, List.of(), Scripted.silent());
    for (Chunk chunk : history) {
      transcript = strategy.write(chunk, transcript, context).state();
    }
    return strategy.recall(asked.query(), transcript, new RecallBudget(spec.contextTokens()));
  }
}
