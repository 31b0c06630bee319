package dev.rapport.server.proxy;

import dev.rapport.assistant.AssistantMemory;
import dev.rapport.person.UserId;
import io.javalin.http.Context;
import io.javalin.http.ForbiddenResponse;
import java.util.Optional;

/** Everybody's memory is the same one; "stranger" may not be asked for. */
record TestDesk(AssistantMemory memory) implements MemoryDesk {
  @Override
  public AssistantMemory memory(Context request, UserId user) {
    if (user.value().equals("stranger")) {
      throw new ForbiddenResponse("not yours");
    }
    return memory;
  }

  @Override
  public Optional<UserId> only(Context request) {
    return Optional.empty();
  }

  @Override
  public boolean isOurs(String key) {
    return key.startsWith("rk_");
  }
}
