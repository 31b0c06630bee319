package dev.rapport.architecture.bad.spring;

import org.sqlite.JDBC;

/** A starter that goes past the module that owns a library. */
public final class SeesTheFile {
  public final Class<?> library = JDBC.class;
}
