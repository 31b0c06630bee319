package dev.rapport.train.java;

import dev.rapport.train.model.ModelConfig;
import dev.rapport.train.policy.Generated;
import dev.rapport.train.policy.Prompt;
import dev.rapport.train.policy.Sampling;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;

/** Continues prompts side by side; each one's tokens depend on itself and its seed alone. */
final class Decoder {
  /** Numbers that caches may take together: 1 GiB. */
  private static final long CACHED = 1L << 28;

  /** Prompt tokens read at a time. */
  private static final int READ = 4096;

  private final Transformer model;
  private final ModelConfig config;
  private final Heads heads;
  private final CachedAttention cached;
  private final Attention attention;
  private final Sampling sampling;
  private final Sampler sampler;
  private final Activations passing = new Activations();

  Decoder(Transformer model, Sampling sampling) {
    this.model = model;
    this.sampling = sampling;
    config = model.config();
    heads = Heads.of(config);
    cached = new CachedAttention(heads);
    attention = new Attention(heads);
    sampler = new Sampler(sampling);
  }

  List<Generated> generate(List<Prompt> prompts) {
    var out = new ArrayList<Generated>();
    for (int from = 0; from < prompts.size(); ) {
      int to = from;
      long numbers = 0;
      do {
        Prompt prompt = prompts.get(to++);
        numbers += KvCache.numbers(heads, config.layers(), prompt.tokens().length + prompt.limit());
      } while (to < prompts.size() && numbers < CACHED);
      out.addAll(together(prompts.subList(from, to)));
      from = to;
    }
    return out;
  }

  private List<Generated> together(List<Prompt> prompts) {
    List<Reply> replies =
        prompts.stream()
            .map(
                p ->
                    new Reply(
                        p, new KvCache(heads, config.layers(), p.tokens().length + p.limit())))
            .toList();
    for (int from = 0; from < replies.size(); ) {
      int to = from;
      int tokens = 0;
      do {
        tokens += replies.get(to++).prompt.tokens().length;
      } while (to < replies.size() && tokens + replies.get(to).prompt.tokens().length <= READ);
      read(replies.subList(from, to));
      from = to;
    }
    List<Reply> open = replies.stream().filter(reply -> !reply.done()).toList();
    while (!open.isEmpty()) {
      Checks.interrupt();
      write(open);
      open = open.stream().filter(reply -> !reply.done()).toList();
    }
    return replies.stream().map(Reply::generated).toList();
  }

  /** Reads prompts, those of one text once, and draws the first token of each reply. */
  private void read(List<Reply> replies) {
    var known = new TreeMap<int[], Integer>(Arrays::compare);
    var texts = new ArrayList<int[]>();
    var text = new int[replies.size()];
    for (int i = 0; i < text.length; i++) {
      int[] tokens = replies.get(i).prompt.tokens();
      if (known.putIfAbsent(tokens, texts.size()) == null) {
        texts.add(tokens);
      }
      text[i] = known.getOrDefault(tokens, 0);
    }
    Rows rows = Rows.of(texts);
    float[] x = model.embed(rows);
    for (int i = 0; i < model.blocks().size(); i++) {
      int layer = i;
      x =
          model
              .blocks()
              .get(i)
              .forward(
                  model.workers(),
                  rows,
                  x,
                  passing,
                  () -> {
                    attention.forward(
                        model.workers(),
                        rows,
                        passing.q,
                        passing.k,
                        passing.v,
                        passing.attended,
                        passing.max,
                        passing.inverse);
                    keep(replies, text, rows, layer);
                  });
    }
    var last = new float[replies.size() * config.hidden()];
    for (int i = 0; i < replies.size(); i++) {
      replies.get(i).cache.grow(rows.length(text[i]));
      System.arraycopy(
          x,
          (rows.starts()[text[i] + 1] - 1) * config.hidden(),
          last,
          i * config.hidden(),
          config.hidden());
    }
    draw(replies, last);
  }

  private void keep(List<Reply> replies, int[] text, Rows rows, int layer) {
    model
        .workers()
        .run(
            replies.size(),
            i -> {
              int start = rows.starts()[text[i]];
              for (int t = 0; t < rows.length(text[i]); t++) {
                for (int head = 0; head < heads.keys(); head++) {
                  replies.get(i).cache.put(layer, head, t, passing.k, passing.v, start + t);
                }
              }
            });
  }

  /** Takes in each reply's last token and draws the next. */
  private void write(List<Reply> replies) {
    List<KvCache> caches = replies.stream().map(reply -> reply.cache).toList();
    var rows =
        new Rows(
            replies.stream().mapToInt(Reply::last).toArray(),
            caches.stream().mapToInt(KvCache::length).toArray(),
            new int[] {0});
    float[] x = model.embed(rows);
    for (int i = 0; i < model.blocks().size(); i++) {
      int layer = i;
      x =
          model
              .blocks()
              .get(i)
              .forward(
                  model.workers(),
                  rows,
                  x,
                  passing,
                  () ->
                      cached.forward(
                          model.workers(),
                          caches,
                          layer,
                          passing.q,
                          passing.k,
                          passing.v,
                          passing.attended));
    }
    caches.forEach(cache -> cache.grow(1));
    draw(replies, x);
  }

  /** Draws for each reply from its row of hidden states. */
  private void draw(List<Reply> replies, float[] hidden) {
    int most = model.head().mostRows();
    int vocabulary = config.vocabulary();
    for (int from = 0; from < replies.size(); from += most) {
      int n = Math.min(most, replies.size() - from);
      int first = from;
      float[] h =
          from == 0
              ? hidden
              : Arrays.copyOfRange(hidden, from * config.hidden(), (from + n) * config.hidden());
      float[] logits = model.head().logits(model.workers(), h, n);
      model
          .workers()
          .run(
              n,
              i -> {
                Reply reply = replies.get(first + i);
                reply.add(
                    sampler.draw(
                        logits, i * vocabulary, vocabulary, reply.prompt.seed(), reply.length),
                    sampling);
              });
    }
  }

  /** A reply on its way. */
  private static final class Reply {
    private final Prompt prompt;
    private final KvCache cache;
    private final int[] tokens;
    private final float[] logProbs;
    private int length;
    private boolean stopped;

    Reply(Prompt prompt, KvCache cache) {
      this.prompt = prompt;
      this.cache = cache;
      tokens = new int[prompt.limit()];
      logProbs = new float[prompt.limit()];
    }

    void add(Sampler.Drawn drawn, Sampling sampling) {
      tokens[length] = drawn.token();
      logProbs[length] = drawn.logProb();
      length++;
      stopped = sampling.stops().contains(drawn.token());
    }

    boolean done() {
      return stopped || length == prompt.limit();
    }

    int last() {
      return tokens[length - 1];
    }

    Generated generated() {
      return new Generated(Arrays.copyOf(tokens, length), Arrays.copyOf(logProbs, length), stopped);
    }
  }
}
