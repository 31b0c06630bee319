package dev.rapport.server.proxy;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which key the provider sees: ours never. */
final class CredentialsIT {
  private final RawUpstream upstream = new RawUpstream();

  @AfterEach
  void close() {
    upstream.close();
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          # configured, Authorization,  X-Rapport-Key, X-Rapport-Upstream-Authorization, sees
          sk-conf,      Bearer rk_1,    ,              ,                                 Bearer sk-conf
          sk-conf,      bearer rk_1,    ,              ,                                 Bearer sk-conf
          sk-conf,      Bearer rk_1,    ,              Bearer sk-own,                    Bearer sk-own
          '',           Bearer rk_1,    ,              Bearer sk-own,                    Bearer sk-own
          '',           Bearer rk_1,    ,              ,                                 ''
          sk-conf,      Bearer sk-own,  rk_1,          ,                                 Bearer sk-own
          '',           Bearer sk-own,  rk_1,          ,                                 Bearer sk-own
          '',           Bearer sk-own,  ,              ,                                 Bearer sk-own
          sk-conf,      Bearer unused,  ,              ,                                 Bearer sk-conf
          sk-conf,      ,               ,              ,                                 Bearer sk-conf
          '',           ,               ,              ,                                 ''
          '',           Bearer rk_1,    rk_1,          ,                                 ''
          """)
  void givenKeys_theProviderSeesItsOwn(
      String configured,
      @org.jspecify.annotations.Nullable String authorization,
      @org.jspecify.annotations.Nullable String key,
      @org.jspecify.annotations.Nullable String forUpstream,
      String sees)
      throws Exception {
    ProxyConfig config = ProxyConfig.of(upstream.url()).withUpstreamKey(UpstreamKey.of(configured));
    try (ProxyServer proxy = new ProxyServer(config, FakeMemory.holding(""))) {
      HttpRequest.Builder request = proxy.chat("{}".getBytes(UTF_8));
      if (authorization != null) {
        request.header("Authorization", authorization);
      }
      if (key != null) {
        request.header("X-Rapport-Key", key);
      }
      if (forUpstream != null) {
        request.header("X-Rapport-Upstream-Authorization", forUpstream);
      }
      proxy.send(request);
    }

    assertThat(upstream.got().header("Authorization")).isEqualTo(sees);
  }
}
