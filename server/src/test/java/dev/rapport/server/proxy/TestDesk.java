package dev.rapport.server.proxy;

import dev.rapport.assistant.AssistantMemory;
import dev.rapport.person.UserId;
import dev.rapport.server.problem.Problem;
import io.javalin.http.Context;
import java.util.Optional;

/** Lets everybody in; everybody's memory is the same one, and "stranger" may not be asked for. */
record TestDesk(AssistantMemory memory) implements MemoryDesk, Visitor {
  @Override
  public Visitor admit(Context request) {
    return this;
  }

  @Override
  public AssistantMemory memory(UserId user) {
    if (user.value().equals("stranger")) {
      throw Problem.forbidden("not yours", "ask for your own");
    }
    return memory;
  }

  @Override
  public Optional<UserId> only() {
    return Optional.empty();
  }

  @Override
  public void used(UserId user) {}

  @Override
  public boolean isOurs(String key) {
    return key.startsWith("rk_");
  }
}
