package dev.rapport.server.observe;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintStream;
import java.time.Clock;

/**
 * One line of JSON for each request: when, what was asked by its template, how it ended, how long
 * it took. Never a path, a query or a body: they hold names and words.
 */
public final class RequestLog {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final PrintStream out;
  private final Clock clock;

  public RequestLog(PrintStream out, Clock clock) {
    this.out = out;
    this.clock = clock;
  }

  void write(String request, String method, String route, int status, double millis) {
    ObjectNode line = JSON.createObjectNode();
    line.put("at", clock.instant().toString());
    line.put("request", request);
    line.put("method", method);
    line.put("route", route);
    line.put("status", status);
    line.put("ms", Math.round(millis * 10) / 10.0);
    out.println(line);
  }
}
