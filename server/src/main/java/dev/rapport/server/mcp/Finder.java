package dev.rapport.server.mcp;

/** Finds whom a call is about, within one request or one process. */
@FunctionalInterface
interface Finder {
  /**
   * @param user as named; empty for the one person the connection is for
   * @param action what will be done, for the audit
   * @throws dev.rapport.server.problem.Problem if the caller may not
   * @throws IllegalArgumentException if nobody is named, or what is named is no id
   */
  Subject find(String user, String action);
}
