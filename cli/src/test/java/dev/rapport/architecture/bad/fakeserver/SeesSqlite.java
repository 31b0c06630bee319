package dev.rapport.architecture.bad.fakeserver;

import org.sqlite.JDBC;

/** A module that sees a library of others. */
public final class SeesSqlite {
  public final Class<?> library = JDBC.class;
}
