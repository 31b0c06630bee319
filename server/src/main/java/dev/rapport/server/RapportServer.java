package dev.rapport.server;

import dev.rapport.runtime.Rapport;
import dev.rapport.server.auth.Access;
import dev.rapport.server.observe.Observation;
import dev.rapport.server.observe.RequestLog;
import dev.rapport.server.problem.Problems;
import dev.rapport.server.rest.RestRoutes;
import dev.rapport.work.Rounds;
import dev.rapport.work.WorkTime;
import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.http.HandlerType;
import io.javalin.http.staticfiles.Location;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/** The memory as a process: REST, the page in a browser, and whatever else is mounted. */
public final class RapportServer implements AutoCloseable {
  private static final String WEB = "dev/rapport/server/web";
  private static final int MILLIS_TO_END = 10_000;
  private static final Duration UPKEEP = Duration.ofMinutes(10);
  private static final int MOST_AT_ONCE = 1_000;

  /**
   * A user id may hold a slash, a percent sign or a backslash, percent-encoded in the address.
   * Segments of dots, empty ones and bytes that are no UTF-8 are refused.
   */
  private static final UriCompliance ADDRESSES =
      new UriCompliance(
          "RAPPORT",
          Set.of(
              UriCompliance.Violation.AMBIGUOUS_PATH_SEPARATOR,
              UriCompliance.Violation.AMBIGUOUS_PATH_ENCODING,
              UriCompliance.Violation.SUSPICIOUS_PATH_CHARACTERS));

  private final Javalin javalin;
  private final Hosted hosted;
  private final List<Routes> more;
  private final Rounds upkeep;

  private RapportServer(Javalin javalin, Hosted hosted, List<Routes> more) {
    this.javalin = javalin;
    this.hosted = hosted;
    this.more = List.copyOf(more);
    this.upkeep = upkeep(hosted.rapport());
    upkeep.start();
  }

  /** Answers kept for replays grow old. */
  private static Rounds upkeep(Rapport rapport) {
    return Rounds.of(
        "upkeep",
        UPKEEP,
        WorkTime.of(rapport.clock()),
        () -> rapport.store().replays().expire(rapport.clock().instant()));
  }

  /**
   * Starts, and begins to learn in the background.
   *
   * @param rapport closed with the server
   * @param log where the lines about requests go
   * @param more further parts, made once it is known what they work with
   */
  public static RapportServer start(
      Rapport rapport, ServerConfig config, PrintStream log, Function<Hosted, List<Routes>> more) {
    Access access = new Access(config.auth(), rapport.store().apiKeys(), rapport.clock());
    Hosted hosted = new Hosted(rapport, access, config);
    Observation observation = Observation.of(hosted, new RequestLog(log, rapport.clock()));
    List<Routes> parts = more.apply(hosted);
    Javalin javalin =
        Javalin.create(
            settings -> {
              http(settings, config);
              web(settings);
              observation.add(settings.routes);
              RestRoutes.of(hosted).add(settings.routes);
              settings.routes.get("/openapi.yaml", RapportServer::describe);
              parts.forEach(part -> part.add(settings.routes));
              Problems.register(settings.routes);
            });
    javalin.start(config.host(), config.port());
    rapport.background().start();
    return new RapportServer(javalin, hosted, parts);
  }

  private static void http(JavalinConfig settings, ServerConfig config) {
    settings.startup.showJavalinBanner = false;
    settings.startup.showOldJavalinVersionWarning = false;
    settings.http.maxRequestSize = config.bodyBytes();
    settings.http.prefer405over404 = true;
    // Not virtual threads: learning computes on those, and whoever computes there gives way to
    // nobody, so that callers would wait for it.
    settings.jetty.threadPool = new QueuedThreadPool(MOST_AT_ONCE);
    settings.jetty.modifyServer(
        server -> {
          server.setHandler(new GracefulHandler());
          server.setStopTimeout(MILLIS_TO_END);
          server.setErrorHandler(new JettyProblems());
        });
    settings.jetty.modifyHttpConfiguration(http -> http.setUriCompliance(ADDRESSES));
    settings.jetty.modifyServletContextHandler(
        handler -> handler.getServletHandler().setDecodeAmbiguousURIs(true));
  }

  /** The page in a browser. */
  private static void web(JavalinConfig settings) {
    settings.staticFiles.add(
        files -> {
          files.hostedPath = "/";
          files.directory = WEB;
          files.location = Location.CLASSPATH;
          files.headers = Map.of("Cache-Control", "no-cache");
        });
  }

  private static void describe(io.javalin.http.Context context) {
    try (InputStream in = RapportServer.class.getResourceAsStream("openapi.yaml")) {
      if (in == null) {
        throw new IllegalStateException("openapi.yaml is missing from the jar; build again");
      }
      context.contentType("application/yaml").result(in.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException("openapi.yaml cannot be read", e);
    }
  }

  /** Method and template of everything that is answered. */
  List<String> routes() {
    return javalin.unsafe.internalRouter.allHttpHandlers().stream()
        .map(parsed -> parsed.endpoint)
        .filter(endpoint -> endpoint.method.isHttpMethod())
        .filter(endpoint -> !endpoint.method.equals(HandlerType.HEAD)) // as GET, without a body
        .map(endpoint -> endpoint.method.name() + " " + endpoint.path)
        .toList();
  }

  public int port() {
    return javalin.port();
  }

  public URI uri() {
    return URI.create("http://%s:%d".formatted(hosted.config().host(), port()));
  }

  /** Lets requests under way end, stops learning, and closes the memory. */
  @Override
  public void close() {
    javalin.stop();
    upkeep.close();
    more.forEach(Routes::close);
    hosted.rapport().close();
  }
}
