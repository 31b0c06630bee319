package dev.rapport.server.mcp;

import dev.rapport.person.UserId;
import io.modelcontextprotocol.json.McpJsonDefaults;
import io.modelcontextprotocol.server.McpServer;
import io.modelcontextprotocol.server.McpServerFeatures;
import io.modelcontextprotocol.server.McpSyncServer;
import io.modelcontextprotocol.server.transport.StdioServerTransportProvider;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.concurrent.CountDownLatch;

/** The protocol over a pair of streams, for one person. */
final class McpStdio {
  private McpStdio() {}

  static void serve(Subject subject, ToolBox box, InputStream in, OutputStream out)
      throws InterruptedException {
    Ending ending = new Ending(in);
    Finder finder = (user, action) -> only(subject, user);
    McpSyncServer server =
        McpServer.sync(new StdioServerTransportProvider(McpJsonDefaults.getMapper(), ending, out))
            .serverInfo(Mcp.NAME, "1")
            .instructions(Mcp.INSTRUCTIONS)
            .capabilities(Mcp.capabilities())
            .tools(
                box.tools().stream()
                    .map(
                        tool ->
                            new McpServerFeatures.SyncToolSpecification(
                                tool.description(),
                                (exchange, call) -> ToolBox.call(tool, finder, call)))
                    .toList())
            .resourceTemplates(
                new McpServerFeatures.SyncResourceTemplateSpecification(
                    ToolBox.page(), (exchange, read) -> ToolBox.read(finder, read)))
            .build();
    ending.await();
    server.closeGracefully();
  }

  private static Subject only(Subject subject, String user) {
    if (user.isBlank() || new UserId(user).equals(subject.user())) {
      return subject;
    }
    throw new IllegalArgumentException(
        "this connection is for %s alone; leave \"user\" out, or start another for %s"
            .formatted(subject.user(), user));
  }

  /** Tells when the client has closed its end. */
  private static final class Ending extends FilterInputStream {
    private final CountDownLatch ended = new CountDownLatch(1);

    Ending(InputStream in) {
      super(in);
    }

    void await() throws InterruptedException {
      ended.await();
    }

    @Override
    public int read() throws IOException {
      return told(super.read());
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      return told(super.read(buffer, offset, length));
    }

    @Override
    public void close() throws IOException {
      ended.countDown();
      super.close();
    }

    private int told(int read) {
      if (read < 0) {
        ended.countDown();
      }
      return read;
    }
  }
}
