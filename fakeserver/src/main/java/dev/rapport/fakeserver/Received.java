package dev.rapport.fakeserver;

import java.util.Map;

/**
 * A request as it came.
 *
 * @param headers names in lower case; of a repeated one the last
 * @param body decoded as UTF-8
 */
public record Received(String method, String path, Map<String, String> headers, String body) {
  public Received {
    headers = Map.copyOf(headers);
  }

  /** The header's value; empty when it was not sent. */
  public String header(String name) {
    return headers.getOrDefault(name, "");
  }
}
