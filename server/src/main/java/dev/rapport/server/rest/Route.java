package dev.rapport.server.rest;

import io.javalin.http.HandlerType;
import java.util.List;

/**
 * One thing that can be asked.
 *
 * @param path below {@code /v1}, with {@code {user}} where a person is meant
 * @param action as the audit calls it; empty for what is not written down
 * @param queries names that may stand in the address behind the question mark, each once
 */
record Route(
    HandlerType method, String path, Need need, String action, List<String> queries, Work work) {
  Route {
    queries = List.copyOf(queries);
  }

  /** Does what is asked. */
  interface Work {
    Answer answer(Exchange exchange) throws Exception;
  }

  static Route get(String path, Need need, String action, Work work) {
    return new Route(HandlerType.GET, path, need, action, List.of(), work);
  }

  static Route post(String path, Need need, String action, Work work) {
    return new Route(HandlerType.POST, path, need, action, List.of(), work);
  }

  static Route put(String path, Need need, String action, Work work) {
    return new Route(HandlerType.PUT, path, need, action, List.of(), work);
  }

  static Route patch(String path, Need need, String action, Work work) {
    return new Route(HandlerType.PATCH, path, need, action, List.of(), work);
  }

  static Route delete(String path, Need need, String action, Work work) {
    return new Route(HandlerType.DELETE, path, need, action, List.of(), work);
  }

  /** The same, with names that may stand in the address behind the question mark. */
  Route taking(String... names) {
    return new Route(method, path, need, action, List.of(names), work);
  }

  boolean writes() {
    return !method.equals(HandlerType.GET);
  }

  String fullPath() {
    return "/v1" + path;
  }
}
