package dev.rapport.server.proxy;

import io.javalin.http.Context;
import java.util.Locale;

/** What a client wants of the memory for one request. */
enum Wanted {
  /** The page in, the exchange out. */
  ALL(true, true),
  /** The page in, and nothing is learned. */
  READ_ONLY(true, false),
  /** As if there were no memory. */
  OFF(false, false);

  private final boolean adds;
  private final boolean observes;

  Wanted(boolean adds, boolean observes) {
    this.adds = adds;
    this.observes = observes;
  }

  /** A word that is none of these turns the memory off: it was meant to restrain it. */
  static Wanted of(Context request) {
    String word = request.header(ProxyHeaders.MEMORY);
    if (word == null || word.isBlank()) {
      return ALL;
    }
    return switch (word.strip().toLowerCase(Locale.ROOT)) {
      case "on" -> ALL;
      case "read-only" -> READ_ONLY;
      default -> OFF;
    };
  }

  boolean adds() {
    return adds;
  }

  boolean observes() {
    return observes;
  }
}
