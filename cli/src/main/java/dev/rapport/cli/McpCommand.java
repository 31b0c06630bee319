package dev.rapport.cli;

import dev.rapport.learn.LearnListener;
import dev.rapport.server.mcp.Mcp;
import dev.rapport.server.mcp.Subject;
import java.time.InstantSource;
import picocli.CommandLine.Command;

/** One person's memory for a client of the Model Context Protocol. */
@Command(
    name = "mcp",
    mixinStandardHelpOptions = true,
    description = {
      "One person's memory as tools of the Model Context Protocol, on stdin and stdout, until the"
          + " client goes. What was said is learned before the end."
    },
    footer = {
      "",
      "Example, as clients are told of it:",
      "  {\"mcpServers\": {\"memory\": {\"command\": \"rapport\","
          + " \"args\": [\"mcp\", \"--user\", \"ana\"]}}}"
    })
final class McpCommand extends UserSession {
  McpCommand(Terminal terminal) {
    super(terminal);
  }

  @Override
  int run(Workspace workspace) {
    Subject subject = new Subject(workspace.rapport().people(), user());
    workspace.rapport().background().start();
    try {
      Mcp.serve(subject, InstantSource.system(), terminal().in(), new LineBytes(terminal().out()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    workspace.learner().fold(user(), LearnListener.SILENT);
    return DONE;
  }
}
