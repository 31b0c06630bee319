package dev.rapport.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.modelcontextprotocol.client.McpClient;
import io.modelcontextprotocol.client.McpSyncClient;
import io.modelcontextprotocol.client.transport.ServerParameters;
import io.modelcontextprotocol.client.transport.StdioClientTransport;
import io.modelcontextprotocol.json.McpJsonDefaults;
import io.modelcontextprotocol.spec.McpSchema;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command in a process of its own, spoken to by the SDK's own client. */
final class McpCommandIT {
  @TempDir Path folder;

  @Test
  void givenAClient_itUsesThePageAndFindsItAgain() {
    try (McpSyncClient client = client()) {
      client.initialize();
      assertThat(client.listTools().tools()).hasSize(6);
      assertThat(call(client, "edit", Map.of("op", "add", "text", "Trinkt Tee — 緑茶 🍵")))
          .startsWith("Done");
      assertThat(call(client, "read_page", Map.of())).contains("Trinkt Tee — 緑茶 🍵 ^l1");
      assertThat(
              call(
                  client,
                  "observe",
                  Map.of(
                      "messages",
                      List.of(Map.of("role", "user", "content", "I am allergic to walnuts.")))))
          .startsWith("Taken: 1 of 1");
      assertThat(call(client, "read_page", Map.of("user", "ben"))).contains("for ana alone");
    }
    try (McpSyncClient client = client()) {
      client.initialize();
      McpSchema.ReadResourceResult page =
          client.readResource(McpSchema.ReadResourceRequest.builder("memory://user/ana").build());
      assertThat(((McpSchema.TextResourceContents) page.contents().getFirst()).text())
          .contains("=== data: page", "緑茶");
    }
  }

  private McpSyncClient client() {
    ServerParameters parameters =
        ServerParameters.builder(Path.of(System.getProperty("java.home"), "bin", "java").toString())
            .args(
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                "dev.rapport.cli.Main",
                "mcp",
                "--user",
                "ana",
                "--store",
                folder.resolve("rapport.db").toString())
            .build();
    return McpClient.sync(new StdioClientTransport(parameters, McpJsonDefaults.getMapper()))
        .requestTimeout(Duration.ofSeconds(60))
        .initializationTimeout(Duration.ofSeconds(60))
        .build();
  }

  private static String call(McpSyncClient client, String tool, Map<String, Object> arguments) {
    McpSchema.CallToolResult result =
        client.callTool(McpSchema.CallToolRequest.builder(tool).arguments(arguments).build());
    return ((McpSchema.TextContent) result.content().getFirst()).text();
  }
}
