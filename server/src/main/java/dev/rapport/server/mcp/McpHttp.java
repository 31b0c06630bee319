package dev.rapport.server.mcp;

import dev.rapport.server.Routes;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.modelcontextprotocol.common.McpTransportContext;
import io.modelcontextprotocol.json.McpJsonDefaults;
import io.modelcontextprotocol.server.McpServer;
import io.modelcontextprotocol.server.McpStatelessServerFeatures;
import io.modelcontextprotocol.server.transport.HttpServletStatelessServerTransport;
import jakarta.servlet.ServletException;
import java.io.IOException;
import java.util.Map;
import java.util.Objects;

/** The protocol over HTTP, without sessions. */
final class McpHttp implements Routes {
  private static final String PATH = "/mcp";
  private static final String FINDER = "dev.rapport.server.mcp.finder";
  private static final int MOST_BYTES = 4 * 1024 * 1024;

  private final McpDesk desk;
  private final HttpServletStatelessServerTransport transport =
      HttpServletStatelessServerTransport.builder()
          .jsonMapper(McpJsonDefaults.getMapper())
          .messageEndpoint(PATH)
          .maxRequestSize(MOST_BYTES)
          .contextExtractor(
              request -> McpTransportContext.create(Map.of(FINDER, request.getAttribute(FINDER))))
          .build();

  McpHttp(McpDesk desk, ToolBox box) {
    this.desk = desk;
    McpServer.sync(transport)
        .serverInfo(Mcp.NAME, "1")
        .instructions(Mcp.INSTRUCTIONS)
        .capabilities(Mcp.capabilities())
        .immediateExecution(true)
        .tools(
            box.tools().stream()
                .map(
                    tool ->
                        new McpStatelessServerFeatures.SyncToolSpecification(
                            tool.description(),
                            (context, call) -> ToolBox.call(tool, finder(context), call)))
                .toList())
        .resourceTemplates(
            new McpStatelessServerFeatures.SyncResourceTemplateSpecification(
                ToolBox.page(), (context, read) -> ToolBox.read(finder(context), read)))
        .build();
  }

  @Override
  public void add(RoutesConfig routes) {
    routes.post(PATH, this::serve);
    routes.get(PATH, this::serve);
    routes.delete(PATH, this::serve);
  }

  private void serve(Context context) throws IOException, ServletException {
    context.req().setAttribute(FINDER, desk.admit(context));
    transport.service(context.req(), context.res());
  }

  private static Finder finder(McpTransportContext context) {
    return (Finder) Objects.requireNonNull(context.get(FINDER));
  }
}
