package dev.rapport.server.proxy;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.Locale;

/**
 * @param upstream where the protocol begins at the provider, as {@code https://api.openai.com/v1}
 * @param upstreamKey shown to it where a request brings none; {@link UpstreamKey#NONE} for none
 * @param patience longest wait for a page, 1 ms to 10 s; a request goes on without one after it
 * @param mostBodyBytes longest request that is looked into, 1 KiB to 256 MiB; a longer one passes
 * @param mostReplyBytes longest reply that is observed, 1 KiB to 256 MiB; a longer one passes too
 */
public record ProxyConfig(
    URI upstream,
    UpstreamKey upstreamKey,
    Duration patience,
    int mostBodyBytes,
    int mostReplyBytes) {
  private static final int KIB = 1024;
  private static final int MIB = 1024 * KIB;

  public ProxyConfig {
    require("patience", patience.toMillis(), 1, 10_000);
    require("mostBodyBytes", mostBodyBytes, KIB, 256L * MIB);
    require("mostReplyBytes", mostReplyBytes, KIB, 256L * MIB);
  }

  /**
   * Waits 50 ms for a page; looks into 64 MiB of request and 8 MiB of reply.
   *
   * @param upstream {@code http://host:8000} and {@code http://host:8000/v1/} are one server; a
   *     path of another kind is kept
   * @throws IllegalArgumentException if it is no URL of a server
   */
  public static ProxyConfig of(String upstream) {
    return new ProxyConfig(
        url(upstream.strip()), UpstreamKey.NONE, Duration.ofMillis(50), 64 * MIB, 8 * MIB);
  }

  public ProxyConfig withUpstreamKey(UpstreamKey key) {
    return new ProxyConfig(upstream, key, patience, mostBodyBytes, mostReplyBytes);
  }

  public ProxyConfig withPatience(Duration wait) {
    return new ProxyConfig(upstream, upstreamKey, wait, mostBodyBytes, mostReplyBytes);
  }

  public ProxyConfig withMostBodyBytes(int bytes) {
    return new ProxyConfig(upstream, upstreamKey, patience, bytes, mostReplyBytes);
  }

  public ProxyConfig withMostReplyBytes(int bytes) {
    return new ProxyConfig(upstream, upstreamKey, patience, mostBodyBytes, bytes);
  }

  private static void require(String name, long value, long least, long most) {
    if (value < least || value > most) {
      throw new IllegalArgumentException(
          "%s is %d; it must be %d to %d".formatted(name, value, least, most));
    }
  }

  private static URI url(String text) {
    try {
      URI uri = new URI(text);
      String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
      boolean web = scheme.equals("http") || scheme.equals("https");
      if (!web
          || uri.getHost() == null
          || uri.getRawQuery() != null
          || uri.getRawFragment() != null) {
        throw noUrl(text);
      }
      if (uri.getRawUserInfo() != null) {
        throw new IllegalArgumentException(
            "the upstream for host %s holds a user or password; give its key apart"
                .formatted(uri.getHost()));
      }
      String path = uri.getRawPath().replaceFirst("/+$", "");
      return URI.create(scheme + "://" + uri.getRawAuthority() + (path.isEmpty() ? "/v1" : path));
    } catch (URISyntaxException e) {
      throw noUrl(text);
    }
  }

  private static IllegalArgumentException noUrl(String text) {
    return new IllegalArgumentException(
        "upstream \"%s\" is no URL of a server; write it as https://api.openai.com/v1"
            .formatted(text));
  }
}
