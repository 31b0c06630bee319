package dev.rapport.provider.openai;

import dev.rapport.model.ModelException;
import dev.rapport.model.ModelException.Kind;
import dev.rapport.model.Usage;
import java.io.IOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.net.http.HttpConnectTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import javax.net.ssl.SSLException;

/**
 * The failures of one call, each with the place, what the provider said, and what would mend it.
 * Never the key, never a word of the prompt or the reply.
 */
final class Failures {
  private final OpenAiConfig config;
  private final Discretion discretion;

  Failures(OpenAiConfig config, Discretion discretion) {
    this.config = config;
    this.discretion = discretion;
  }

  ModelException status(int status, ProviderMessage said, Duration retryAfter) {
    Kind kind = kind(status, said, retryAfter);
    String what = "status %d%s".formatted(status, said(said));
    return failure(kind, what, mend(status, kind), retryAfter, Usage.UNREPORTED);
  }

  /** An error object where a reply should be: its code stands for a status. */
  ModelException reported(ProviderMessage said, Usage usage) {
    int status = said.status();
    Kind kind = status == 0 ? kindOfCode(said.code()) : kind(status, said, Duration.ZERO);
    String what = "an error within the reply%s".formatted(said(said));
    return failure(kind, what, mend(status, kind), Duration.ZERO, usage);
  }

  ModelException malformed(String what, Usage usage) {
    String mend = "is this the base URL of an OpenAI-compatible server? It mostly ends in /v1";
    return failure(Kind.MALFORMED, what, mend, Duration.ZERO, usage);
  }

  ModelException tooLong(Usage usage) {
    return failure(
        Kind.MALFORMED,
        "the reply passed %d bytes and was cut off".formatted(config.maxReplyBytes()),
        "raise max-reply-bytes if replies may be this long; else the model does not stop",
        Duration.ZERO,
        usage);
  }

  ModelException late(String what, Duration limit, Usage usage) {
    return failure(
        Kind.UNAVAILABLE,
        "%s within %d ms".formatted(what, limit.toMillis()),
        "raise the time-out if the model is only slow",
        Duration.ZERO,
        usage);
  }

  ModelException cancelled() {
    return failure(Kind.CANCELLED, "the caller cancelled", "", Duration.ZERO, Usage.UNREPORTED);
  }

  ModelException broken(Usage usage) {
    return failure(
        Kind.UNAVAILABLE,
        "the stream ended before the reply did",
        "look at the server's log",
        Duration.ZERO,
        usage);
  }

  ModelException transport(IOException cause, Usage usage) {
    if (cause instanceof HttpConnectTimeoutException) {
      return late("no connection", config.timeouts().connect(), usage);
    }
    if (hasCause(cause, UnknownHostException.class)
        || hasCause(cause, UnresolvedAddressException.class)) {
      return failure(
          Kind.MISCONFIGURED, "no such host", "check the URL", Duration.ZERO, Usage.UNREPORTED);
    }
    if (cause instanceof SSLException) {
      return failure(
          Kind.MISCONFIGURED,
          "no encrypted connection",
          "does the server speak https there? Try http://, or mend its certificate",
          Duration.ZERO,
          Usage.UNREPORTED);
    }
    if (cause instanceof ConnectException) {
      return failure(
          Kind.UNAVAILABLE,
          "connection refused",
          "is the server running? ./rapport doctor looks for one",
          Duration.ZERO,
          Usage.UNREPORTED);
    }
    return failure(Kind.UNAVAILABLE, "the connection broke", "try again", Duration.ZERO, usage);
  }

  private static boolean hasCause(Throwable thrown, Class<? extends Throwable> type) {
    for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
      if (type.isInstance(cause)) {
        return true;
      }
    }
    return false;
  }

  private static Kind kind(int status, ProviderMessage said, Duration retryAfter) {
    if (said.code().equals("insufficient_quota")) {
      return Kind.MISCONFIGURED; // a 429 that no waiting mends
    }
    return switch (status) {
      case 429 -> Kind.THROTTLED;
      case 503 -> retryAfter.isZero() ? Kind.UNAVAILABLE : Kind.THROTTLED;
      case 408, 409, 425 -> Kind.UNAVAILABLE;
      case 401, 402, 403, 404, 405, 407 -> Kind.MISCONFIGURED;
      default ->
          status >= 500 ? Kind.UNAVAILABLE : status >= 400 ? Kind.REJECTED : Kind.MISCONFIGURED;
    };
  }

  private static Kind kindOfCode(String code) {
    return switch (code) {
      case "rate_limit_exceeded", "rate_limit_error" -> Kind.THROTTLED;
      case "insufficient_quota", "invalid_api_key", "model_not_found" -> Kind.MISCONFIGURED;
      case "invalid_request_error", "BadRequestError", "context_length_exceeded" -> Kind.REJECTED;
      default -> Kind.UNAVAILABLE;
    };
  }

  private String mend(int status, Kind kind) {
    return switch (status) {
      case 401, 403 ->
          config.apiKey().isNone()
              ? "no api key was sent: set RAPPORT_API_KEY, or OPENAI_API_KEY for openai:NAME"
              : "check the api key and what it may use";
      case 404 -> "check the model name and the base URL; ./rapport doctor lists models";
      case 413 -> "send less at once: a smaller chunk";
      default ->
          switch (kind) {
            case THROTTLED, UNAVAILABLE -> "try again later";
            case REJECTED -> "the provider takes no such request; change it";
            case MISCONFIGURED ->
                status >= 300 && status < 400
                    ? "redirects are not followed with a key; configure the final URL"
                    : "check the account and the URL";
            case MALFORMED, CANCELLED -> "";
          };
    };
  }

  private String said(ProviderMessage said) {
    String text = discretion.clean(said.text());
    return text.isEmpty() ? "" : ", \"%s\"".formatted(text);
  }

  private ModelException failure(
      Kind kind, String what, String mend, Duration retryAfter, Usage usage) {
    String message = "%s (model \"%s\"): %s".formatted(config.baseUrl(), config.model(), what);
    return new ModelException(
        kind, mend.isEmpty() ? message : message + "; " + mend, retryAfter, usage);
  }
}
