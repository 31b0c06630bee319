package dev.rapport.bench.dataset.prefeval;

import dev.rapport.bench.dataset.DatasetOptions;
import dev.rapport.bench.dataset.file.JsonFile;
import dev.rapport.bench.dataset.file.Spot;
import dev.rapport.conversation.Message;
import dev.rapport.conversation.Role;
import dev.rapport.conversation.Turn;
import dev.rapport.data.DatasetException;
import dev.rapport.data.internal.JsonPlace;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Unrelated talk: conversations of {@code filtered_inter_turns.json}, one after the other. */
final class Fillers {
  private static final int PER_TURN = 2;
  private static final Map<String, Role> ROLES =
      Map.of("user", Role.USER, "assistant", Role.ASSISTANT);

  private final List<JsonFile> file;
  private final List<Spot> spots;
  private final int turns;
  private final long seed;

  private Fillers(List<JsonFile> file, List<Spot> spots, int turns, long seed) {
    this.file = file;
    this.spots = spots;
    this.turns = turns;
    this.seed = seed;
  }

  static Fillers of(Path root, DatasetOptions options) {
    if (options.fillerTurns() == 0) {
      return new Fillers(List.of(), List.of(), 0, 0);
    }
    JsonFile file = JsonFile.at(root.resolve("filtered_inter_turns.json"));
    List<Spot> spots = file.elements();
    int there = 0;
    for (Spot spot : spots) {
      there += file.read(spot).list("conversation").size();
    }
    if (there < PER_TURN * options.fillerTurns()) {
      throw new DatasetException(
          "%s has %d turns of talk, %d are wanted. Ask for fewer filler turns."
              .formatted(file.path(), there / PER_TURN, options.fillerTurns()));
    }
    return new Fillers(List.of(file), spots, options.fillerTurns(), options.seed());
  }

  List<Path> files() {
    return file.stream().map(JsonFile::path).toList();
  }

  /**
   * What reveals a preference, and the talk after it; both are read only when wanted.
   *
   * @param asked the person's question, which tells people apart wherever it stands in its file
   */
  Stream<Message> after(String asked, Supplier<List<Message>> revealing) {
    List<Spot> order = order(asked);
    Stream<Message> talk =
        IntStream.range(0, order.size())
            .boxed()
            .flatMap(i -> talk(order.get(i), "conversation " + (i + 2)))
            .limit((long) PER_TURN * turns);
    return Stream.concat(Stream.of(revealing).flatMap(messages -> messages.get().stream()), talk);
  }

  /** The published order at seed 0; else an order of each person's own. */
  private List<Spot> order(String asked) {
    if (seed == 0) {
      return spots;
    }
    List<Spot> mixed = new ArrayList<>(spots);
    Collections.shuffle(mixed, new Random(31 * seed + asked.hashCode()));
    return mixed;
  }

  private Stream<Message> talk(Spot spot, String conversation) {
    return file.stream()
        .flatMap(open -> open.read(spot).list("conversation").stream())
        .map(place -> message(place, conversation));
  }

  private static Message message(JsonPlace place, String conversation) {
    return new Message(
        conversation, place.oneOf("role", ROLES), place.scalar("content"), Turn.UNDATED);
  }
}
