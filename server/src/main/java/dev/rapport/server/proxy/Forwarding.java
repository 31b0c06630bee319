package dev.rapport.server.proxy;

import io.javalin.http.Context;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** What of a request's head goes to the provider. */
final class Forwarding {
  private static final String ACCEPT_ENCODING = "accept-encoding";

  private final Credentials credentials;

  Forwarding(Credentials credentials) {
    this.credentials = credentials;
  }

  /** Path and query below the root, undecoded. */
  static String target(Context context, String root) {
    HttpServletRequest request = context.req();
    String path = request.getRequestURI();
    boolean steps = path.contains("/..") || path.toLowerCase(Locale.ROOT).contains("%2e");
    if (!path.startsWith(root) || steps) {
      throw new IllegalArgumentException("the path leaves " + root);
    }
    String query = request.getQueryString();
    return path.substring(root.length()) + (query == null ? "" : "?" + query);
  }

  /**
   * @param listens whether the reply must come in an encoding that can be read here: of those the
   *     client takes, gzip or none
   */
  List<Map.Entry<String, String>> headers(Context context, boolean listens) {
    HttpServletRequest request = context.req();
    Set<String> named = ProxyHeaders.named(Collections.list(request.getHeaders("Connection")));
    List<Map.Entry<String, String>> headers = new ArrayList<>();
    for (String name : Collections.list(request.getHeaderNames())) {
      if (!ProxyHeaders.requestPasses(name, named)) {
        continue;
      }
      for (String value : Collections.list(request.getHeaders(name))) {
        boolean narrow = listens && name.equalsIgnoreCase(ACCEPT_ENCODING);
        headers.add(Map.entry(name, narrow ? readable(value) : value));
      }
    }
    credentials
        .upstream(context)
        .ifPresent(value -> headers.add(Map.entry(ProxyHeaders.AUTHORIZATION, value)));
    return headers;
  }

  private static String readable(String accepted) {
    for (String one : accepted.toLowerCase(Locale.ROOT).split(",", -1)) {
      String bare = one.replace(" ", "");
      if (bare.equals("gzip")
          || (bare.startsWith("gzip;q=") && !bare.matches("gzip;q=0(\\.0*)?"))) {
        return "gzip";
      }
    }
    return "identity";
  }
}
