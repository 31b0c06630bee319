package dev.rapport.server.proxy;

import io.javalin.http.Context;

/** Lets callers in. Called from many threads. */
interface MemoryDesk {
  /**
   * Who makes the request.
   *
   * @throws dev.rapport.server.problem.Problem if they are not let in
   */
  Visitor admit(Context request);

  /** Whether this is a key of ours, which nobody else must see. */
  boolean isOurs(String key);
}
