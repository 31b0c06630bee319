package dev.rapport.server.mcp;

import dev.rapport.conversation.Message;
import dev.rapport.conversation.Role;
import dev.rapport.learn.LearnReport;
import io.modelcontextprotocol.spec.McpSchema;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/** Hands on what was said. */
final class ObserveTool implements MemoryTool {
  private final InstantSource clock;

  ObserveTool(InstantSource clock) {
    this.clock = clock;
  }

  @Override
  public McpSchema.Tool description() {
    return MemoryTool.adding(
        "observe",
        "Hands on what the person and you said, word for word, so that it can be learned from. What"
            + " was handed on before is passed over.",
        Schema.aboutPerson()
            .text("conversation", "A name for this conversation, the same each time.")
            .objects(
                "messages",
                "In order.",
                Schema.object()
                    .oneOf("role", "Who spoke.", "user", "assistant")
                    .required("content", "What was said.")));
  }

  @Override
  public String call(Subject subject, Arguments arguments) {
    String conversation = arguments.text("conversation");
    List<Message> messages = new ArrayList<>();
    for (Arguments message : arguments.objects("messages")) {
      messages.add(
          new Message(
              conversation,
              role(message.requiredText("role")),
              message.requiredText("content"),
              clock.instant()));
    }
    if (messages.isEmpty()) {
      throw new IllegalArgumentException("\"messages\" is empty; give at least one message");
    }
    LearnReport report = subject.people().observe(subject.user(), messages);
    return "Taken: %d of %d messages were new. They are read into the page in the background."
        .formatted(report.turnsNew(), messages.size());
  }

  private static Role role(String name) {
    return switch (name) {
      case "user" -> Role.USER;
      case "assistant" -> Role.ASSISTANT;
      default ->
          throw new IllegalArgumentException(
              "role \"%s\" is not observed; give user or assistant".formatted(name));
    };
  }
}
