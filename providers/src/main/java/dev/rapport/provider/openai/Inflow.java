package dev.rapport.provider.openai;

import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A reply's body as it arrives, taken by one thread with a limit on each wait. No more than one
 * buffer is asked for ahead, so an endless reply does not fill the memory.
 */
final class Inflow implements HttpResponse.BodySubscriber<Inflow> {
  /** What the network brought. */
  sealed interface Event {
    record Bytes(ByteBuffer buffer) implements Event {}

    record End() implements Event {}

    record Broken(Throwable cause) implements Event {}
  }

  private final BlockingQueue<Event> events = new LinkedBlockingQueue<>();
  private Flow.@Nullable Subscription subscription;
  private boolean cancelled;

  /** The next event; empty when none came in time. */
  Optional<Event> take(Duration atMost) throws InterruptedException {
    Optional<Event> event =
        Optional.ofNullable(events.poll(atMost.toNanos(), TimeUnit.NANOSECONDS));
    if (event.isPresent() && event.get() instanceof Event.Bytes) {
      more();
    }
    return event;
  }

  /** Closes the connection unless the body has ended. */
  synchronized void cancel() {
    cancelled = true;
    if (subscription != null) {
      subscription.cancel();
    }
  }

  @Override
  public CompletionStage<Inflow> getBody() {
    return CompletableFuture.completedStage(this);
  }

  @Override
  public synchronized void onSubscribe(Flow.Subscription given) {
    subscription = given;
    if (cancelled) {
      given.cancel();
    } else {
      given.request(1);
    }
  }

  @Override
  public void onNext(List<ByteBuffer> buffers) {
    var all = ByteBuffer.allocate(buffers.stream().mapToInt(ByteBuffer::remaining).sum());
    buffers.forEach(all::put);
    events.add(new Event.Bytes(all.flip()));
  }

  @Override
  public void onError(Throwable cause) {
    events.add(new Event.Broken(cause));
  }

  @Override
  public void onComplete() {
    events.add(new Event.End());
  }

  private synchronized void more() {
    if (subscription != null) {
      subscription.request(1);
    }
  }
}
