package dev.rapport.fakeserver;

import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Function;

/** Decides how each chat request is treated. Called from many threads at once. */
@FunctionalInterface
public interface Responder {
  Behaviour respond(ChatCall call);

  static Responder always(Behaviour behaviour) {
    return call -> behaviour;
  }

  static Responder saying(String text) {
    return always(new Behaviour.Say(Answer.of(text)));
  }

  static Responder answering(Function<ChatCall, Answer> answer) {
    return call -> new Behaviour.Say(answer.apply(call));
  }

  /** The first request gets the first, and so on; after the last all get the last. */
  static Responder inTurn(Behaviour... behaviours) {
    List<Behaviour> all = List.of(behaviours);
    return call -> all.get(Math.min(call.attempt(), all.size()) - 1);
  }

  /**
   * Misbehaves in a share of the attempts, each as likely; which ones follows from the seed and the
   * attempt's number alone.
   */
  default Responder stormy(long seed, double share, Behaviour... behaviours) {
    List<Behaviour> all = List.of(behaviours);
    return call -> {
      var random = new SplittableRandom(seed * 31 + call.attempt());
      return random.nextDouble() < share ? all.get(random.nextInt(all.size())) : respond(call);
    };
  }
}
