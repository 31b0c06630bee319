package dev.rapport.train.serve;

import dev.rapport.model.ChatReply;
import dev.rapport.model.ChatRequest;
import dev.rapport.model.FinishReason;
import dev.rapport.model.LanguageModel;
import dev.rapport.model.ModelException;
import dev.rapport.model.Usage;
import dev.rapport.train.java.JavaEngine;
import dev.rapport.train.model.ModelConfig;
import dev.rapport.train.policy.Generated;
import dev.rapport.train.policy.PolicyEngine;
import dev.rapport.train.policy.Prompt;
import dev.rapport.train.policy.Sampling;
import dev.rapport.train.tokenizer.Tokenizer;
import dev.rapport.train.tokenizer.Tokenizers;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.locks.ReentrantLock;

/**
 * A model in this process. Calls wait for one another, as an engine serves one at a time. The same
 * request gives the same reply.
 */
public final class EngineModel implements LanguageModel, AutoCloseable {
  private final String name;
  private final PolicyEngine engine;
  private final Tokenizer tokenizer;
  private final int positions;
  private final ReentrantLock turn = new ReentrantLock(true);

  private EngineModel(String name, PolicyEngine engine, Tokenizer tokenizer, int positions) {
    this.name = name;
    this.engine = engine;
    this.tokenizer = tokenizer;
    this.positions = positions;
  }

  /**
   * Loads a model's folder into the engine in plain Java.
   *
   * @throws dev.rapport.train.TrainException when a file is missing, damaged or not supported
   */
  public static EngineModel load(Path folder, int threads) {
    Tokenizer tokenizer = Tokenizers.load(folder);
    ModelConfig config = ModelConfig.read(folder);
    return over(
        "local:" + folder.toAbsolutePath().normalize().getFileName(),
        JavaEngine.load(folder, threads),
        tokenizer,
        config.positions());
  }

  /**
   * @param engine closed with the model
   * @param positions longest prompt and reply together, in tokens
   */
  public static EngineModel over(
      String name, PolicyEngine engine, Tokenizer tokenizer, int positions) {
    return new EngineModel(name, engine, tokenizer, positions);
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public ChatReply chat(ChatRequest request) {
    if (!request.jsonSchema().isEmpty()) {
      throw new ModelException(
          ModelException.Kind.REJECTED,
          "%s cannot be held to a JSON Schema; ask for plain text".formatted(name));
    }
    int[] prompt = tokenizer.prompt(request.messages());
    int limit = Math.min(request.maxTokens(), positions - prompt.length);
    if (limit < 1) {
      throw new ModelException(
          ModelException.Kind.REJECTED,
          "a prompt of %d tokens leaves %s no room for a reply: its window is %d tokens; read smaller chunks (chunk-tokens), or use a model that sees further"
              .formatted(prompt.length, name, positions));
    }
    var sampling = new Sampling(request.temperature(), topP(request), tokenizer.stops());
    Generated written = write(new Prompt(prompt, limit, request.seed()), sampling);
    return reply(request, prompt.length, written);
  }

  private Generated write(Prompt prompt, Sampling sampling) {
    try {
      turn.lockInterruptibly();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ModelException(
          ModelException.Kind.CANCELLED, "cancelled while waiting for %s".formatted(name), e);
    }
    try {
      return engine.generate(List.of(prompt), sampling).getFirst();
    } catch (IllegalArgumentException e) { // a tokenizer of another model
      throw new ModelException(
          ModelException.Kind.MISCONFIGURED, "%s: %s".formatted(name, e.getMessage()), e);
    } catch (CancellationException e) {
      throw new ModelException(
          ModelException.Kind.CANCELLED, "cancelled while %s was writing".formatted(name), e);
    } finally {
      turn.unlock();
    }
  }

  private ChatReply reply(ChatRequest request, int read, Generated written) {
    String whole = tokenizer.decode(written.tokens());
    String text = whole;
    for (String stop : request.stop()) {
      int at = stop.isEmpty() ? -1 : text.indexOf(stop);
      text = at < 0 ? text : text.substring(0, at);
    }
    boolean ended = written.stopped() || text.length() < whole.length();
    Thinking split = Thinking.split(text);
    return new ChatReply(
        split.text(),
        split.thinking(),
        ended ? FinishReason.STOP : FinishReason.LENGTH,
        Usage.of(read, written.tokens().length),
        name);
  }

  private static double topP(ChatRequest request) {
    Object value = request.extra().get("top_p");
    return value instanceof Number number ? number.doubleValue() : 1;
  }

  @Override
  public void close() {
    engine.close();
  }
}
