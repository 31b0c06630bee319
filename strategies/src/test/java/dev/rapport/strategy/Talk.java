package dev.rapport.strategy;

import dev.rapport.chunk.Chunk;
import dev.rapport.conversation.Role;
import dev.rapport.conversation.Turn;
import dev.rapport.conversation.TurnId;
import dev.rapport.memory.WriteContext;
import dev.rapport.person.PersonKey;
import dev.rapport.person.UserId;
import dev.rapport.work.Calls;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Made-up conversations, their turns named a1, a2, ... */
public final class Talk {
  public static final UserId ANA = new UserId("ana");
  public static final Instant MONDAY = Instant.parse("2026-03-02T09:00:00Z");

  private Talk() {}

  /** User and assistant by turns, the user first. */
  public static Chunk chunk(String... texts) {
    return chunk(0, texts);
  }

  public static Chunk chunk(int index, String... texts) {
    List<Turn> turns = new ArrayList<>();
    for (String text : texts) {
      Role role = turns.size() % 2 == 0 ? Role.USER : Role.ASSISTANT;
      TurnId id = new TurnId("a" + (index * 100 + turns.size() + 1));
      turns.add(new Turn(id, role, text, MONDAY.plusSeconds(60L * turns.size())));
    }
    return new Chunk(index, turns, 100);
  }

  public static WriteContext context(Calls calls) {
    return new WriteContext(PersonKey.of(new byte[PersonKey.BYTES]), List.of(), calls);
  }
}
