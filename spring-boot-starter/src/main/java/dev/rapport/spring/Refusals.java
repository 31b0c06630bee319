package dev.rapport.spring;

import dev.rapport.model.ModelException;
import dev.rapport.model.ModelException.Kind;
import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.util.OptionalInt;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Tells by a model's exception what can be done about it. Spring AI has no type for that which all
 * its models throw; what they have in common is that a refused request's message begins with the
 * status.
 */
final class Refusals {
  private static final String PREFIX = "HTTP ";
  private static final int DIGITS = 3;

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
    if (any(
        failure,
        cause ->
            cause instanceof InterruptedException || cause instanceof ClosedByInterruptException)) {
      return Kind.CANCELLED;
    }
    OptionalInt status = causes(failure).mapToInt(Refusals::status).filter(s -> s > 0).findFirst();
    if (status.isPresent()) {
      return kind(status.getAsInt());
    }
    if (any(failure, cause -> isNamed(cause, "NonTransientAiException"))) {
      return Kind.REJECTED;
    }
    return any(failure, cause -> isNamed(cause, "TransientAiException") || isIo(cause))
        ? Kind.UNAVAILABLE
        : Kind.MALFORMED;
  }

  private static Kind kind(int status) {
    return switch (status) {
      case 401, 403, 404 -> Kind.MISCONFIGURED;
      case 429 -> Kind.THROTTLED;
      case 408 -> Kind.UNAVAILABLE;
      default -> status < 500 ? Kind.REJECTED : Kind.UNAVAILABLE;
    };
  }

  /** 0 for none. */
  private static int status(Throwable cause) {
    String message = cause.getMessage();
    String text = message == null ? "" : message;
    String rest = text.startsWith(PREFIX) ? text.substring(PREFIX.length()) : text;
    if (rest.length() < DIGITS
        || !rest.chars().limit(DIGITS).allMatch(c -> c >= '0' && c <= '9')
        || (rest.length() > DIGITS && Character.isLetterOrDigit(rest.charAt(DIGITS)))) {
      return 0;
    }
    int status = Integer.parseInt(rest.substring(0, DIGITS));
    return status >= 400 && status < 600 ? status : 0;
  }

  private static boolean isNamed(Throwable cause, String name) {
    return cause.getClass().getSimpleName().equals(name);
  }

  /** On the way, that is: readers of JSON throw exceptions of this type too, but their own. */
  private static boolean isIo(Throwable cause) {
    return cause instanceof IOException && cause.getClass().getName().startsWith("java.");
  }

  private static boolean any(Throwable failure, Predicate<Throwable> test) {
    return causes(failure).anyMatch(test);
  }

  private static Stream<Throwable> causes(Throwable failure) {
    return Stream.iterate(failure, cause -> cause != null, Throwable::getCause);
  }
}
