package dev.rapport.server.mcp;

import io.javalin.http.Context;

/** Finds whom a request is about, and whether its caller may ask. Called from many threads. */
@FunctionalInterface
public interface McpDesk {
  /**
   * @param user as the tool call names them; empty when it names nobody: then whoever the caller's
   *     key is for
   * @throws io.javalin.http.HttpResponseException if the caller may not ask about them
   * @throws IllegalArgumentException if nobody is named, or what is named is no id
   */
  Subject subject(Context request, String user);
}
