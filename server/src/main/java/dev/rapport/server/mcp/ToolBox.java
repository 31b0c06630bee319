package dev.rapport.server.mcp;

import dev.rapport.person.UserId;
import dev.rapport.server.problem.Problem;
import io.modelcontextprotocol.spec.McpError;
import io.modelcontextprotocol.spec.McpSchema;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;

/** Everything a client can call, over whatever transport. */
final class ToolBox {
  static final String SCHEME = "memory://user/";

  private final List<MemoryTool> tools;

  ToolBox(InstantSource clock) {
    tools =
        List.of(
            new ObserveTool(clock),
            new ReadPageTool(),
            new AskTool(),
            new EditTool(),
            new ForgetTool(),
            new WhyTool());
  }

  List<MemoryTool> tools() {
    return tools;
  }

  static McpSchema.ResourceTemplate page() {
    return McpSchema.ResourceTemplate.builder(SCHEME + "{id}", "page")
        .title("What is remembered of a person")
        .description("The person's page as Markdown, fenced as data. The id is percent-encoded.")
        .mimeType("text/markdown")
        .build();
  }

  /** Refusals come back as results, so that the client's model reads how to mend its call. */
  static McpSchema.CallToolResult call(
      MemoryTool tool, Finder finder, McpSchema.CallToolRequest request) {
    try {
      Arguments arguments = Arguments.of(request.arguments());
      Subject subject = finder.find(arguments.text("user"), "mcp " + request.name());
      return result(tool.call(subject, arguments), false);
    } catch (IllegalArgumentException refused) {
      return result(String.valueOf(refused.getMessage()), true);
    } catch (Problem refused) {
      return result(refused.detail() + " " + refused.mend(), true);
    } catch (RuntimeException failed) {
      // The edge of a call: what went wrong inside may hold words that are nobody's business.
      return result(
          "%s failed inside the server (%s); try again later"
              .formatted(request.name(), failed.getClass().getSimpleName()),
          true);
    }
  }

  static McpSchema.ReadResourceResult read(Finder finder, McpSchema.ReadResourceRequest request) {
    try {
      String id = request.uri().substring(SCHEME.length()).replace("+", "%2B");
      UserId user = new UserId(URLDecoder.decode(id, StandardCharsets.UTF_8));
      Subject subject = finder.find(user.value(), "mcp read page");
      return McpSchema.ReadResourceResult.builder(
              List.of(
                  McpSchema.TextResourceContents.builder(
                          request.uri(), Shown.page(subject.people().page(subject.user())))
                      .mimeType("text/markdown")
                      .build()))
          .build();
    } catch (IllegalArgumentException refused) {
      throw refusal(String.valueOf(refused.getMessage()));
    } catch (Problem refused) {
      throw refusal(refused.detail() + " " + refused.mend());
    }
  }

  private static McpError refusal(String why) {
    return McpError.builder(McpSchema.ErrorCodes.INVALID_PARAMS).message(why).build();
  }

  private static McpSchema.CallToolResult result(String text, boolean error) {
    return McpSchema.CallToolResult.builder(List.of(McpSchema.TextContent.builder(text).build()))
        .isError(error)
        .build();
  }
}
