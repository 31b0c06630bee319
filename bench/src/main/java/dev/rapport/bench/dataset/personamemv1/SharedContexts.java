package dev.rapport.bench.dataset.personamemv1;

import dev.rapport.bench.dataset.file.JsonFile;
import dev.rapport.bench.dataset.file.JsonWalk;
import dev.rapport.bench.dataset.file.MessageCursor;
import dev.rapport.bench.dataset.file.Spot;
import dev.rapport.data.table.CsvRow;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/** Where in the file each shared context begins; one JSON object a line, from id to messages. */
final class SharedContexts {
  private final JsonFile file;
  private final Map<String, Context> contexts = new LinkedHashMap<>();

  /** Where its messages begin, and how many there are. */
  private record Context(Spot spot, int messages) {}

  private SharedContexts(JsonFile file) {
    this.file = file;
  }

  static SharedContexts index(Path path) {
    SharedContexts index = new SharedContexts(JsonFile.at(path));
    try (JsonWalk walk = index.file.walk(Spot.START)) {
      do {
        walk.enterObject();
        while (walk.nextField()) {
          index.add(walk);
        }
      } while (walk.nextValue());
    }
    return index;
  }

  private void add(JsonWalk walk) {
    String id = walk.field();
    Spot spot = walk.spot();
    int messages = 0;
    walk.enterList();
    while (walk.nextElement()) {
      walk.skip();
      messages++;
    }
    if (contexts.putIfAbsent(id, new Context(spot, messages)) != null) {
      throw walk.fault("context \"%s\" is there twice".formatted(id), "Take one out.");
    }
  }

  Path path() {
    return file.path();
  }

  /** Checks that a question's context is there and long enough. */
  void require(String id, int end, CsvRow row) {
    Context context = contexts.get(id);
    if (context == null) {
      throw row.fault(
          "shared_context_id",
          "\"%s\" is not in %s".formatted(id, file.path()),
          "Fetch both files in the same size.");
    }
    if (end > context.messages()) {
      throw row.fault(
          "end_index_in_shared_context",
          "is %d, the context has %d messages".formatted(end, context.messages()),
          "Fetch both files in the same size.");
    }
  }

  MessageCursor open(String id, int end, boolean withPersona) {
    Context context = Objects.requireNonNull(contexts.get(id), id);
    return new ContextCursor(file.walk(context.spot()), end, withPersona);
  }
}
