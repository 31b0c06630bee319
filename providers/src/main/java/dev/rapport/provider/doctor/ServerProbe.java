package dev.rapport.provider.doctor;

import dev.rapport.provider.openai.ApiKey;
import dev.rapport.provider.openai.OpenAiConfig;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Looks on this machine's usual ports for Ollama, llama.cpp server, LM Studio and vLLM, and at the
 * OpenAI-compatible server that the environment names; all at once, in about a second where only
 * local ones are asked. Costs nothing: it only lists models.
 */
public final class ServerProbe {
  // Also covers the first use of the HTTP client in a cold JVM.
  private static final Duration LOCAL_PATIENCE = Duration.ofMillis(900);
  private static final String OPENAI = "https://api.openai.com/v1";

  private final List<Place> places = new ArrayList<>();
  private final List<Finding> setUpWrong = new ArrayList<>();
  private final Http http = new Http();

  private ServerProbe() {}

  /**
   * @param environment OPENAI_API_KEY and OPENAI_BASE_URL are looked at; without either, nobody
   *     beyond this machine is asked
   */
  public static ServerProbe ofUsualPorts(Map<String, String> environment) {
    var probe = new ServerProbe();
    for (ServerKind kind : ServerKind.values()) {
      if (kind.usualPort() != 0) {
        probe.places.add(Place.loopback(kind, kind.usualPort(), LOCAL_PATIENCE));
      }
    }
    probe.addConfigured(environment);
    return probe;
  }

  /** Looks at these ports of this machine instead of the usual ones. */
  static ServerProbe of(
      Duration patience, Map<ServerKind, Integer> ports, Map<String, String> environment) {
    var probe = new ServerProbe();
    ports.forEach((kind, port) -> probe.places.add(Place.loopback(kind, port, patience)));
    probe.addConfigured(environment);
    return probe;
  }

  /** Looks everywhere at once. */
  public ProbeReport look() throws InterruptedException {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Finding>> visits = new ArrayList<>();
      for (Place place : places) {
        visits.add(threads.submit(() -> new Visit(http, place).look()));
      }
      List<Finding> findings = new ArrayList<>();
      for (Future<Finding> visit : visits) {
        findings.add(visit.get());
      }
      findings.addAll(setUpWrong);
      return new ProbeReport(findings);
    } catch (ExecutionException e) {
      throw new IllegalStateException("the look at a server failed", e.getCause());
    }
  }

  private void addConfigured(Map<String, String> environment) {
    String base = environment.getOrDefault("OPENAI_BASE_URL", "").strip();
    String key = environment.getOrDefault("OPENAI_API_KEY", "").strip();
    if (base.isEmpty() && key.isEmpty()) {
      return;
    }
    String url = base.isEmpty() ? OPENAI : base;
    try {
      var config = OpenAiConfig.of(url, "any").withApiKey(ApiKey.of(key));
      places.add(Place.configured(config.baseUrl(), key));
    } catch (IllegalArgumentException wrong) {
      setUpWrong.add(new Finding.Misconfigured(String.valueOf(wrong.getMessage())));
    }
  }
}
