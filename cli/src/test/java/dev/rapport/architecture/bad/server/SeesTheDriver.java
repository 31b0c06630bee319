package dev.rapport.architecture.bad.server;

import org.sqlite.JDBC;

/** An outer module that goes past the one that owns a library. */
public final class SeesTheDriver {
  public final Class<?> library = JDBC.class;
}
