package dev.rapport.architecture.bad.cli;

import com.knuddels.jtokkit.Encodings;

/** An outer module that goes past the one that owns a library. */
public final class SeesTheTokenizer {
  public final Class<?> library = Encodings.class;
}
