package dev.rapport.cli;

import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;

/**
 * Hears that the process is to end, by {@code kill} or the keyboard, and leaves the ending to
 * whoever waits for it: so the exit status is theirs, which after a shutdown hook it would not be.
 */
final class StopSignal {
  /** More than everything that is awaited at the end may take. */
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final CountDownLatch heard = new CountDownLatch(1);

  private StopSignal() {}

  static StopSignal listen() {
    StopSignal signal = new StopSignal();
    signal.hear("TERM");
    signal.hear("INT");
    return signal;
  }

  /** Returns when it was heard. From then on the process ends, if need be by force. */
  void await() throws InterruptedException {
    heard.await();
    Thread.ofPlatform().daemon().name("rapport-stop").start(StopSignal::endByForce);
  }

  private static void endByForce() {
    try {
      Thread.sleep(PATIENCE);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    Runtime.getRuntime().halt(Session.FAILED);
  }

  /** By its name, since the compiler warns of it; the JDK has no other way. */
  private void hear(String name) {
    try {
      Class<?> signal = Class.forName("sun.misc.Signal");
      Class<?> handler = Class.forName("sun.misc.SignalHandler");
      Object listener =
          Proxy.newProxyInstance(
              handler.getClassLoader(),
              new Class<?>[] {handler},
              (self, method, arguments) -> {
                heard.countDown();
                return self;
              });
      signal
          .getMethod("handle", signal, handler)
          .invoke(null, signal.getConstructor(String.class).newInstance(name), listener);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(
          "this Java runtime hears no signals; use one with the module jdk.unsupported", e);
    }
  }
}
