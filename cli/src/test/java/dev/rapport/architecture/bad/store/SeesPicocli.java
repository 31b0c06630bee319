package dev.rapport.architecture.bad.store;

import picocli.CommandLine;

/** A module that sees a library of others. */
public final class SeesPicocli {
  public final Class<?> library = CommandLine.class;
}
