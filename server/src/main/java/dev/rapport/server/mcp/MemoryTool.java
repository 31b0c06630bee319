package dev.rapport.server.mcp;

import io.modelcontextprotocol.spec.McpSchema;

/** One thing a client can do with a page. */
interface MemoryTool {
  McpSchema.Tool description();

  /**
   * @return what the client's model reads: words from the page only as fenced data
   * @throws IllegalArgumentException if it cannot be done as asked; the message says what would
   */
  String call(Subject subject, Arguments arguments);

  /** Reads and changes nothing. */
  static McpSchema.Tool reading(String name, String description, Schema schema) {
    return tool(name, description, schema, true, false);
  }

  /** Adds, and takes nothing away. */
  static McpSchema.Tool adding(String name, String description, Schema schema) {
    return tool(name, description, schema, false, false);
  }

  /** May take something away. */
  static McpSchema.Tool changing(String name, String description, Schema schema) {
    return tool(name, description, schema, false, true);
  }

  private static McpSchema.Tool tool(
      String name, String description, Schema schema, boolean readOnly, boolean destructive) {
    McpSchema.ToolAnnotations annotations =
        McpSchema.ToolAnnotations.builder()
            .readOnlyHint(readOnly)
            .destructiveHint(destructive)
            .openWorldHint(false)
            .build();
    return McpSchema.Tool.builder(name, schema.asMap())
        .description(description)
        .annotations(annotations)
        .build();
  }
}
