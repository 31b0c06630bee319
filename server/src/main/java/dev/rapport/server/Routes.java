package dev.rapport.server;

import io.javalin.config.RoutesConfig;

/** A part of the server: the routes it answers. */
@FunctionalInterface
public interface Routes {
  void add(RoutesConfig routes);

  /** Ends what it still does, when no more requests come and before the memory is closed. */
  default void close() {}
}
