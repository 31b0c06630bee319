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
import dev.rapport.train.job.TextTask;
import dev.rapport.train.tokenizer.Tokenizer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The questions of a data set as a policy meets them. */
final class TrainCourse {
  private static final UserId SOMEBODY = new UserId("this person");

  private final CourseSpec spec;
  private final List<Question> questions;
  private final Set<String> open = new LinkedHashSet<>();
  private final TrainChunks chunks;
  private final TokenCounter counter;
  private final Tokenizer tokenizer;
  private final int window;
  private final long seed;
  private final Order order;

  /**
   * @param window most tokens of prompt and reply together
   * @param seed of the order of questions and options, and of which are asked for words
   */
  TrainCourse(CourseSpec spec, Dataset dataset, Tokenizer tokenizer, int window, long seed) {
    this.spec = spec;
    this.tokenizer = tokenizer;
    this.window = window;
    this.seed = seed;
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
    order = new Order(questions.size(), seed);
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

  /** What a step asks: all questions in turn, shuffled, their options each time in a new order. */
  List<TextTask<TrainWording>> step(long step, int groups) {
    List<TextTask<TrainWording>> tasks = new ArrayList<>();
    for (int group = 0; group < groups; group++) {
      long place = step * groups + group;
      tasks.add(task(order.at(place), seed + order.epoch(place)));
    }
    return tasks;
  }

  /**
   * A question by its place in the data set.
   *
   * @param shuffle of the options
   */
  TextTask<TrainWording> task(int place, long shuffle) {
    return new TextTask<>(
        wording(asked(place, shuffle)), tokenizer, spec.pageTokens(), spec.answerTokens(), window);
  }

  TrainQuestion asked(int place, long shuffle) {
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
