package dev.rapport.langchain4j;

import dev.langchain4j.exception.AuthenticationException;
import dev.langchain4j.exception.HttpException;
import dev.langchain4j.exception.InternalServerException;
import dev.langchain4j.exception.InvalidRequestException;
import dev.langchain4j.exception.ModelNotFoundException;
import dev.langchain4j.exception.RateLimitException;
import dev.langchain4j.exception.RetriableException;
import dev.langchain4j.exception.TimeoutException;
import dev.langchain4j.exception.UnresolvedModelServerException;
import dev.langchain4j.exception.UnsupportedFeatureException;
import dev.rapport.model.ModelException;
import dev.rapport.model.ModelException.Kind;
import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;

/** Tells by an exception of LangChain4j what can be done about it. */
final class Refusals {
  private Refusals() {}

  /**
   * @return without the provider's words, which may repeat the request's; they are in the cause
   */
  static ModelException translate(String model, RuntimeException failure) {
    return new ModelException(
        kind(failure),
        "model %s: %s".formatted(model, failure.getClass().getSimpleName()),
        failure);
  }

  private static Kind kind(RuntimeException failure) {
    if (isInterrupted(failure)) {
      return Kind.CANCELLED;
    }
    return switch (failure) {
      case RateLimitException e -> Kind.THROTTLED;
      case TimeoutException e -> Kind.UNAVAILABLE;
      case InternalServerException e -> Kind.UNAVAILABLE;
      case RetriableException e -> Kind.UNAVAILABLE;
      case AuthenticationException e -> Kind.MISCONFIGURED;
      case ModelNotFoundException e -> Kind.MISCONFIGURED;
      case UnresolvedModelServerException e -> Kind.MISCONFIGURED;
      case InvalidRequestException e -> Kind.REJECTED;
      case UnsupportedFeatureException e -> Kind.REJECTED;
      case HttpException e -> kind(e.statusCode());
      default -> isIo(failure) ? Kind.UNAVAILABLE : Kind.MALFORMED;
    };
  }

  private static Kind kind(int status) {
    return switch (status) {
      case 401, 403, 404 -> Kind.MISCONFIGURED;
      case 429 -> Kind.THROTTLED;
      case 408 -> Kind.UNAVAILABLE;
      default -> status >= 400 && status < 500 ? Kind.REJECTED : Kind.UNAVAILABLE;
    };
  }

  private static boolean isInterrupted(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof InterruptedException || cause instanceof ClosedByInterruptException) {
        return true;
      }
    }
    return false;
  }

  /** On the way, that is: readers of JSON throw exceptions of this type too, but their own. */
  private static boolean isIo(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof IOException && cause.getClass().getName().startsWith("java.")) {
        return true;
      }
    }
    return false;
  }
}
