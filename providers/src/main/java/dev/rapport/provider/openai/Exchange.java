package dev.rapport.provider.openai;

import dev.rapport.model.Usage;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * One request and its reply, under all of its time limits. Closing it early cuts the connection.
 */
final class Exchange implements AutoCloseable {
  private static final Duration FAREWELL = Duration.ofMillis(50);

  private final OpenAiConfig config;
  private final Failures failures;
  private final long started = System.nanoTime();
  private final HttpResponse<Inflow> response;
  private long bytesRead;

  Exchange(HttpClient client, HttpRequest request, OpenAiConfig config, Failures failures) {
    this.config = config;
    this.failures = failures;
    this.response = send(client, request);
  }

  int status() {
    return response.statusCode();
  }

  HttpHeaders headers() {
    return response.headers();
  }

  /**
   * The next bytes of the body; an empty array at its end.
   *
   * @param usage what is known to be spent so far, for a failure to carry
   */
  byte[] next(Usage usage) {
    Duration wait = shorter(config.timeouts().betweenBytes());
    Optional<Inflow.Event> event;
    try {
      event = response.body().take(wait);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw failures.cancelled();
    }
    if (event.isEmpty()) {
      throw isOver()
          ? failures.late("no end of the reply", config.timeouts().total(), usage)
          : failures.late("no further byte", config.timeouts().betweenBytes(), usage);
    }
    return switch (event.get()) {
      case Inflow.Event.Bytes(ByteBuffer buffer) -> counted(buffer, usage);
      case Inflow.Event.End end -> new byte[0];
      case Inflow.Event.Broken(Throwable cause) -> throw broken(cause, usage);
    };
  }

  /** Reads an end that is at hand, so that the connection can be used again. */
  void finish() {
    try {
      boolean more = true;
      for (int i = 0; more && i < 4; i++) {
        more =
            response.body().take(FAREWELL).filter(Inflow.Event.Bytes.class::isInstance).isPresent();
      }
    } catch (InterruptedException e) {
      // The reply is whole; the caller learns of the interruption where it next waits.
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    response.body().cancel();
  }

  private byte[] counted(ByteBuffer buffer, Usage usage) {
    byte[] bytes = new byte[buffer.remaining()];
    buffer.get(bytes);
    bytesRead += bytes.length;
    if (bytesRead > config.maxReplyBytes()) {
      throw failures.tooLong(usage);
    }
    if (isOver()) {
      throw failures.late("no end of the reply", config.timeouts().total(), usage);
    }
    return bytes.length == 0 ? next(usage) : bytes;
  }

  private HttpResponse<Inflow> send(HttpClient client, HttpRequest request) {
    Duration wait = shorter(config.timeouts().firstByte());
    CompletableFuture<HttpResponse<Inflow>> reply = client.sendAsync(request, head -> new Inflow());
    try {
      return reply.get(wait.toNanos(), TimeUnit.NANOSECONDS);
    } catch (InterruptedException e) {
      abandon(reply);
      Thread.currentThread().interrupt();
      throw failures.cancelled();
    } catch (TimeoutException e) {
      abandon(reply);
      throw failures.late("no reply", wait, Usage.UNREPORTED);
    } catch (ExecutionException e) {
      throw broken(e.getCause() == null ? e : e.getCause(), Usage.UNREPORTED);
    }
  }

  /** Also when the reply came in the very moment it was given up. */
  private static void abandon(CompletableFuture<HttpResponse<Inflow>> reply) {
    if (!reply.cancel(true) && !reply.isCompletedExceptionally()) {
      reply.join().body().cancel();
    }
  }

  private RuntimeException broken(Throwable cause, Usage usage) {
    return switch (cause) {
      case IOException io -> failures.transport(io, usage);
      case RuntimeException fault -> fault;
      default -> new IllegalStateException("the HTTP client failed", cause);
    };
  }

  private Duration shorter(Duration limit) {
    Duration left = config.timeouts().total().minusNanos(System.nanoTime() - started);
    Duration least = left.compareTo(limit) < 0 ? left : limit;
    return least.isNegative() ? Duration.ZERO : least;
  }

  private boolean isOver() {
    return System.nanoTime() - started >= config.timeouts().total().toNanos();
  }
}
