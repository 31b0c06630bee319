package dev.rapport.langchain4j;

import dev.rapport.person.UserId;
import java.util.function.Function;

/** Who a memory id of LangChain4j stands for, where nobody says otherwise. */
final class MemoryIds {
  /** What LangChain4j gives to methods without a {@code @MemoryId}: it is everybody's. */
  private static final String EVERYBODY = "default";

  /** The memory id is the user id. */
  static final Function<Object, UserId> AS_USER = MemoryIds::user;

  private MemoryIds() {}

  private static UserId user(Object memoryId) {
    String id = String.valueOf(memoryId);
    if (id.equals(EVERYBODY)) {
      throw new IllegalArgumentException(
          "memory id \"%s\" names nobody; give the method a @MemoryId, or say whose page it is"
              .formatted(id));
    }
    return new UserId(id);
  }
}
