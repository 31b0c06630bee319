package dev.rapport.train.torch;

import dev.rapport.train.java.Sampler;
import dev.rapport.train.model.ModelConfig;
import dev.rapport.train.policy.Generated;
import dev.rapport.train.policy.Prompt;
import dev.rapport.train.policy.Sampling;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/** Continues prompts side by side on one worker. Drawing is done in Java: faster, and seeded. */
final class TorchDecoder {
  /** Numbers that caches may take together. */
  private static final long CACHED = 1L << 28;

  private final TorchNetwork net;
  private final ModelConfig config;
  private final Sampling sampling;
  private final Sampler sampler;

  TorchDecoder(TorchNetwork net, Sampling sampling) {
    this.net = net;
    this.sampling = sampling;
    config = net.config();
    sampler = new Sampler(sampling);
  }

  List<Generated> generate(List<Prompt> prompts) {
    var out = new ArrayList<Generated>();
    for (int from = 0; from < prompts.size(); ) {
      int to = from;
      long longest = 0;
      do {
        longest = Math.max(longest, room(prompts.get(to)));
        to++;
      } while (to < prompts.size()
          && Math.max(longest, room(prompts.get(to)))
                  * (to - from + 1)
                  * config.keys()
                  * config.layers()
                  * 2
              <= CACHED);
      out.addAll(together(prompts.subList(from, to)));
      from = to;
    }
    return out;
  }

  private static long room(Prompt prompt) {
    return (long) prompt.tokens().length + prompt.limit();
  }

  private List<Generated> together(List<Prompt> prompts) {
    List<Reply> replies = prompts.stream().map(Reply::new).toList();
    try (var scope = new PointerScope();
        var guard = new NoGradGuard()) {
      Scopes.used(scope);
      Scopes.used(guard);
      List<Reply> open = replies.stream().filter(reply -> !reply.done()).toList();
      if (!open.isEmpty()) {
        var caches = new Caches(open);
        read(open, caches);
        while (open.stream().anyMatch(reply -> !reply.done())) {
          if (Thread.currentThread().isInterrupted()) {
            throw new CancellationException("interrupted while writing");
          }
          open = caches.thin(open);
          write(open, caches);
        }
      }
    }
    return replies.stream().map(Reply::generated).toList();
  }

  private void read(List<Reply> replies, Caches caches) {
    int longest = replies.stream().mapToInt(Reply::position).max().orElseThrow();
    var ids = new long[replies.size() * longest];
    var last = new long[replies.size()];
    for (int i = 0; i < replies.size(); i++) {
      int[] tokens = replies.get(i).prompt.tokens();
      for (int t = 0; t < tokens.length; t++) {
        ids[i * longest + t] = tokens[t];
      }
      last[i] = (long) i * longest + tokens.length - 1;
    }
    try (var scope = new PointerScope()) {
      Scopes.used(scope);
      var turn = TorchNetwork.Turn.of(net, IntStream.range(0, longest).toArray(), longest, -1);
      Tensor x = net.embed(Tensors.of(ids, net.device(), replies.size(), longest));
      for (int i = 0; i < config.layers(); i++) {
        x =
            net.block(
                i,
                x,
                turn,
                (layer, q, k, v) -> {
                  caches.keys.get(layer).narrow(2, 0, longest).copy_(k);
                  caches.values.get(layer).narrow(2, 0, longest).copy_(v);
                  return net.attend(q, k, v);
                });
      }
      Tensor rows = Tensors.of(last, net.device(), last.length);
      draw(replies, x.reshape(-1, config.hidden()).index_select(0, rows));
    }
  }

  /** A reply that is done goes on being computed until the batch is thinned; nothing is drawn. */
  private void write(List<Reply> replies, Caches caches) {
    int n = replies.size();
    int[] positions = replies.stream().mapToInt(reply -> reply.position() - 1).toArray();
    int reach = IntStream.of(positions).max().orElseThrow() + 1;
    try (var scope = new PointerScope()) {
      Scopes.used(scope);
      var turn = TorchNetwork.Turn.of(net, positions, n, 1, 1, -1);
      long[] where = IntStream.of(positions).asLongStream().toArray();
      Tensor at = Tensors.of(where, net.device(), n, 1, 1, 1);
      Tensor place = at.expand(n, config.kvHeads(), 1, config.headSize());
      long[] all = IntStream.range(0, reach).asLongStream().toArray();
      Tensor hidden = Tensors.of(all, net.device(), 1, 1, 1, reach).gt(at);
      long[] ids = replies.stream().mapToLong(Reply::last).toArray();
      Tensor x = net.embed(Tensors.of(ids, net.device(), n, 1));
      for (int i = 0; i < config.layers(); i++) {
        x =
            net.block(
                i,
                x,
                turn,
                (layer, q, k, v) -> {
                  Tensor keys = caches.keys.get(layer).scatter_(2, place, k);
                  Tensor values = caches.values.get(layer).scatter_(2, place, v);
                  return net.attendKept(
                      q, keys.narrow(2, 0, reach), values.narrow(2, 0, reach), hidden);
                });
      }
      draw(replies, x.reshape(-1, config.hidden()));
    }
  }

  private void draw(List<Reply> replies, Tensor h) {
    float[] logits = Tensors.floats(net.logits(h));
    int width = config.vocabulary();
    for (int i = 0; i < replies.size(); i++) {
      Reply reply = replies.get(i);
      if (!reply.done()) {
        reply.add(
            sampler.draw(logits, i * width, width, reply.prompt.seed(), reply.length), sampling);
      }
    }
  }

  /** Keys and values of a batch, one tensor [B,K,L,S] for each layer. */
  private final class Caches {
    private final List<Tensor> keys = new ArrayList<>();
    private final List<Tensor> values = new ArrayList<>();

    Caches(List<Reply> replies) {
      long room = replies.stream().mapToLong(reply -> room(reply.prompt)).max().orElseThrow();
      for (int i = 0; i < config.layers(); i++) {
        keys.add(empty(replies.size(), room));
        values.add(empty(replies.size(), room));
      }
    }

    private Tensor empty(int n, long room) {
      return torch
          .zeros(n, config.kvHeads(), room, config.headSize())
          .to(net.device(), net.dtype());
    }

    /** Leaves out what is done, when that is half of the batch. */
    List<Reply> thin(List<Reply> replies) {
      int[] open = IntStream.range(0, replies.size()).filter(i -> !replies.get(i).done()).toArray();
      if (open.length * 2 > replies.size()) {
        return replies;
      }
      Tensor rows =
          Tensors.of(IntStream.of(open).asLongStream().toArray(), net.device(), open.length);
      keys.replaceAll(cache -> thinned(cache, rows));
      values.replaceAll(cache -> thinned(cache, rows));
      return IntStream.of(open).mapToObj(replies::get).toList();
    }

    private static Tensor thinned(Tensor cache, Tensor rows) {
      Tensor less = cache.index_select(0, rows);
      cache.deallocate();
      return less;
    }
  }

  private static final class Reply {
    private final Prompt prompt;
    private final int[] tokens;
    private final float[] logProbs;
    private int length;
    private boolean stopped;

    Reply(Prompt prompt) {
      this.prompt = prompt;
      tokens = new int[prompt.limit()];
      logProbs = new float[prompt.limit()];
    }

    /** Tokens of prompt and reply so far. */
    int position() {
      return prompt.tokens().length + length;
    }

    int last() {
      return tokens[length - 1];
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

    Generated generated() {
      return new Generated(Arrays.copyOf(tokens, length), Arrays.copyOf(logProbs, length), stopped);
    }
  }
}
