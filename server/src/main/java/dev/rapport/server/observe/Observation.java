package dev.rapport.server.observe;

import dev.rapport.server.Hosted;
import dev.rapport.server.auth.AuthMode;
import dev.rapport.server.auth.Caller;
import dev.rapport.server.problem.Problem;
import dev.rapport.server.problem.Problems;
import dev.rapport.store.Backlog;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Timer;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.ToDoubleFunction;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/** Measures and logs every request, and tells how the process is. */
public final class Observation {
  private static final String BEGAN = "rapport.began";
  private static final String NO_ROUTE = "none";

  /** Buckets add up over processes; percentiles would not. */
  private static final Duration[] BUCKETS =
      LongStream.of(1, 5, 10, 50, 100, 500, 1_000, 5_000, 10_000)
          .mapToObj(Duration::ofMillis)
          .toArray(Duration[]::new);

  private final Hosted hosted;
  private final RequestLog log;
  private final PrometheusMeterRegistry meters;

  /** Counted once a scrape. */
  private volatile Backlog.Totals backlog = Backlog.Totals.NONE;

  private Observation(Hosted hosted, RequestLog log) {
    this.hosted = hosted;
    this.log = log;
    this.meters = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    gauge("rapport.turns.waiting", "turns not yet read", Backlog.Totals::waiting);
    gauge("rapport.turns.buried", "turns set aside", Backlog.Totals::buried);
    gauge("rapport.people.behind", "people with turns not yet read", Backlog.Totals::people);
    gauge("rapport.lag.seconds", "age of the oldest turn not yet read", this::lag);
  }

  public static Observation of(Hosted hosted, RequestLog log) {
    return new Observation(hosted, log);
  }

  /** Adds health, readiness and metrics, and watches all other routes. */
  public void add(RoutesConfig routes) {
    routes.before(this::begin);
    routes.after(this::end);
    routes.get("/healthz", context -> context.result("ok\n"));
    routes.get("/readyz", this::ready);
    routes.get("/metrics", this::metrics);
  }

  private void gauge(String name, String what, ToDoubleFunction<Backlog.Totals> value) {
    Gauge.builder(name, this, one -> value.applyAsDouble(one.backlog))
        .description(what)
        .register(meters);
  }

  private double lag(Backlog.Totals totals) {
    return totals.oldest().equals(Instant.MAX)
        ? 0
        : Math.max(
            0,
            Duration.between(totals.oldest(), hosted.rapport().clock().instant()).toMillis() / 1e3);
  }

  private void begin(Context context) {
    String request = UUID.randomUUID().toString().substring(0, 12);
    context.attribute(BEGAN, System.nanoTime());
    context.attribute(Problems.REQUEST, request);
    context.header("X-Request-Id", request);
    SecurityHeaders.set(context);
  }

  private void end(Context context) {
    @Nullable Long began = context.attribute(BEGAN);
    @Nullable String request = context.attribute(Problems.REQUEST);
    if (began == null || request == null) {
      return;
    }
    long nanos = System.nanoTime() - began;
    String route = route(context);
    String method = context.req().getMethod();
    int status = context.statusCode();
    Timer.builder("rapport.http")
        .description("requests by route")
        .tag("method", method)
        .tag("route", route)
        .tag("status", Integer.toString(status))
        .serviceLevelObjectives(BUCKETS)
        .register(meters)
        .record(Duration.ofNanos(nanos));
    log.write(request, method, route, status, nanos / 1e6);
  }

  /** The template, which names nobody. */
  private static String route(Context context) {
    var endpoint = context.endpoints().lastHttpEndpoint();
    return endpoint == null ? NO_ROUTE : endpoint.path;
  }

  private void ready(Context context) {
    if (!hosted.rapport().store().answers()) {
      throw Problem.of(
          503, "Not ready", "The store does not answer.", "Look at its disk or server.");
    }
    List<String> halted = hosted.rapport().background().halted();
    if (!halted.isEmpty()) {
      throw Problem.of(
          503,
          "Not ready",
          "Learning in the background has halted: %s.".formatted(String.join(", ", halted)),
          "Start the process again; what was taken in is kept.");
    }
    context.result("ready\n");
  }

  private void metrics(Context context) {
    Caller caller = hosted.access().caller(context);
    if (hosted.access().mode() == AuthMode.KEYS && !caller.isAdmin()) {
      throw Problem.forbidden("Metrics are of all tenants.", "Use an administrator's key.");
    }
    context.contentType("text/plain; version=0.0.4; charset=utf-8");
    backlog = hosted.rapport().store().backlog().totals();
    context.result(meters.scrape());
  }
}
