package dev.rapport.server.mcp;

import io.javalin.http.Context;

/** Lets callers in. Called from many threads. */
@FunctionalInterface
interface McpDesk {
  /**
   * Whose memories the request may use.
   *
   * @throws dev.rapport.server.problem.Problem if it is not let in
   */
  Finder admit(Context request);
}
