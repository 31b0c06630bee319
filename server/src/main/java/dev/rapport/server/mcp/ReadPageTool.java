package dev.rapport.server.mcp;

import io.modelcontextprotocol.spec.McpSchema;

/** Shows the page. */
final class ReadPageTool implements MemoryTool {
  @Override
  public McpSchema.Tool description() {
    return MemoryTool.reading(
        "read_page",
        "Everything that is remembered about the person, as Markdown with the lines' ids. Read it"
            + " before you answer something personal.",
        Schema.aboutPerson());
  }

  @Override
  public String call(Subject subject, Arguments arguments) {
    return Shown.page(subject.people().page(subject.user()));
  }
}
