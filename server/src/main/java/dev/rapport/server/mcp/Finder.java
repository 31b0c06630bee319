package dev.rapport.server.mcp;

/** Finds whom a call is about, within one request or one process. */
@FunctionalInterface
interface Finder {
  /**
   * @param user as named; may be empty
   */
  Subject find(String user);
}
