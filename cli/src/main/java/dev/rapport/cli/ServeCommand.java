package dev.rapport.cli;

import dev.rapport.cli.log.JsonLines;
import dev.rapport.learn.BackgroundConfig;
import dev.rapport.learn.Ceiling;
import dev.rapport.person.TenantId;
import dev.rapport.server.Hosted;
import dev.rapport.server.RapportServer;
import dev.rapport.server.Routes;
import dev.rapport.server.ServerConfig;
import dev.rapport.server.auth.AuthMode;
import dev.rapport.server.mcp.Mcp;
import dev.rapport.server.proxy.Proxy;
import dev.rapport.server.proxy.ProxyConfig;
import dev.rapport.server.proxy.UpstreamKey;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Function;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Serves the memory until it is told to stop. */
@Command(
    name = "serve",
    mixinStandardHelpOptions = true,
    description = {
      "Serves the memory: REST under /v1, the page in a browser at /, MCP at /mcp, with --upstream"
          + " an OpenAI address that knows people, and learns in the background."
          + " For this machine alone, unless callers must show keys. One line of JSON for each"
          + " request goes to stderr."
    },
    footer = {
      "",
      "Examples:",
      "  rapport serve",
      "  rapport serve --port 8080 --model ollama:qwen3:8b",
      "  rapport serve --upstream https://api.openai.com/v1",
      "  rapport keys create --scope admin",
      "  rapport serve --host 0.0.0.0 --auth keys --store jdbc:postgresql://db/rapport"
    })
final class ServeCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Mixin private GlobalOptions options = new GlobalOptions();

  @Option(
      names = "--port",
      defaultValue = "7070",
      paramLabel = "N",
      description = "0 takes any free one. Default: ${DEFAULT-VALUE}.")
  private int port;

  @Option(
      names = "--host",
      defaultValue = "127.0.0.1",
      paramLabel = "ADDRESS",
      description =
          "Address to listen at; others than this machine's need --auth keys. Default:"
              + " ${DEFAULT-VALUE}.")
  private String host = "";

  @Option(
      names = "--auth",
      defaultValue = "none",
      paramLabel = "none|keys",
      description = "Whether callers must show a key. Default: ${DEFAULT-VALUE}.")
  private AuthMode auth = AuthMode.NONE;

  @Option(
      names = "--requests-per-minute",
      defaultValue = "6000",
      paramLabel = "N",
      description = "Most requests of one key. Default: ${DEFAULT-VALUE}.")
  private int requestsPerMinute;

  @Option(
      names = "--quiet-seconds",
      defaultValue = "600",
      paramLabel = "N",
      description =
          "How long after a person's last turn what waits is learned, if no full chunk was there"
              + " before. Default: ${DEFAULT-VALUE}.")
  private int quietSeconds;

  @Option(
      names = "--person-calls-per-day",
      defaultValue = "0",
      paramLabel = "N",
      description = "Most model calls to learn of one person in a day; 0 is no limit.")
  private long personCalls;

  @Option(
      names = "--person-usd-per-day",
      defaultValue = "0",
      paramLabel = "USD",
      description = "Most US dollars for the same; 0 is no limit.")
  private BigDecimal personUsd = BigDecimal.ZERO;

  @Option(
      names = "--usd-per-day",
      defaultValue = "0",
      paramLabel = "USD",
      description = "Most US dollars to learn of all people of a tenant in a day; 0 is no limit.")
  private BigDecimal tenantUsd = BigDecimal.ZERO;

  @Option(
      names = "--upstream",
      defaultValue = "",
      paramLabel = "URL",
      description =
          "An OpenAI-compatible server; /openai/v1 here is then the same with people's pages. Its"
              + " key comes from RAPPORT_UPSTREAM_KEY, or from each client.")
  private String upstream = "";

  ServeCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws InterruptedException {
    Settings settings =
        new SettingsReader(terminal.environment(), terminal.workingFolder()).read(options);
    ServerConfig config = config();
    BackgroundConfig background = background();
    Function<Hosted, List<Routes>> parts = parts(settings);
    JsonLines.to(System.err, Clock.systemUTC());
    Workspace workspace = Workspace.open(settings, background);
    try (RapportServer server = start(workspace, config, parts)) {
      StopSignal signal = StopSignal.listen();
      new ServeGreeting(terminal.out()).print(server.uri(), settings, config, hasKeys(workspace));
      signal.await();
    }
    return Session.DONE;
  }

  private static RapportServer start(
      Workspace workspace, ServerConfig config, Function<Hosted, List<Routes>> parts) {
    try {
      return RapportServer.start(workspace.rapport(), config, System.err, parts);
    } catch (RuntimeException | Error e) {
      workspace.close();
      throw e;
    }
  }

  /** What a person's key may be used for besides REST. */
  private Function<Hosted, List<Routes>> parts(Settings settings) {
    if (upstream.isBlank()) {
      return hosted -> List.of(Mcp.routes(hosted));
    }
    ProxyConfig proxy = proxy(settings);
    return hosted -> List.of(Mcp.routes(hosted), Proxy.of(proxy, hosted));
  }

  private ProxyConfig proxy(Settings settings) {
    try {
      String key = settings.environment().getOrDefault("RAPPORT_UPSTREAM_KEY", "");
      return ProxyConfig.of(upstream).withUpstreamKey(UpstreamKey.of(key));
    } catch (IllegalArgumentException e) {
      throw new UsageException(e);
    }
  }

  private ServerConfig config() {
    try {
      return ServerConfig.DEFAULT
          .withAuth(auth)
          .withHost(host)
          .withPort(port)
          .withRequestsPerMinute(requestsPerMinute);
    } catch (IllegalArgumentException e) {
      throw new UsageException(e);
    }
  }

  private BackgroundConfig background() {
    try {
      return BackgroundConfig.DEFAULT
          .withQuiet(Duration.ofSeconds(quietSeconds))
          .withCeilings(
              new Ceiling(personCalls, personUsd), new Ceiling(Ceiling.UNLIMITED, tenantUsd));
    } catch (IllegalArgumentException e) {
      throw new UsageException(e);
    }
  }

  private static boolean hasKeys(Workspace workspace) {
    return workspace.rapport().store().tenants().stream()
            .anyMatch(tenant -> !keysOf(workspace, tenant).isEmpty())
        || !keysOf(workspace, TenantId.DEFAULT).isEmpty();
  }

  private static List<dev.rapport.store.ApiKey> keysOf(Workspace workspace, TenantId tenant) {
    return workspace.rapport().store().apiKeys().list(tenant);
  }
}
