package dev.rapport.cli.log;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintStream;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.event.Level;

/**
 * Where log lines go: nowhere, until a command that runs on names a stream. Each is one object:
 * {@code at}, {@code level}, {@code logger}, {@code message}. Of an exception its types and places
 * are written, never its messages, which may quote what somebody said.
 */
public final class JsonLines {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String OURS = "dev.rapport";
  private static final AtomicReference<Optional<JsonLines>> CURRENT =
      new AtomicReference<>(Optional.empty());

  private final PrintStream out;
  private final Clock clock;

  private JsonLines(PrintStream out, Clock clock) {
    this.out = out;
    this.clock = clock;
  }

  /** From now on lines go there. */
  public static void to(PrintStream out, Clock clock) {
    CURRENT.set(Optional.of(new JsonLines(out, clock)));
  }

  /** Ours speak from INFO on, libraries from WARN on. */
  static boolean isOn(String logger, Level level) {
    Level least = logger.startsWith(OURS) ? Level.INFO : Level.WARN;
    return CURRENT.get().isPresent() && level.toInt() >= least.toInt();
  }

  static void write(String logger, Level level, String message, @Nullable Throwable thrown) {
    CURRENT.get().ifPresent(lines -> lines.line(logger, level, message, thrown));
  }

  private void line(String logger, Level level, String message, @Nullable Throwable thrown) {
    ObjectNode line = JSON.createObjectNode();
    line.put("at", clock.instant().toString());
    line.put("level", level.name());
    line.put("logger", logger);
    line.put("message", message);
    if (thrown != null) {
      line.put("thrown", trace(thrown));
    }
    out.println(line);
  }

  private static String trace(Throwable thrown) {
    StringBuilder text = new StringBuilder(thrown.getClass().getName());
    for (StackTraceElement element : thrown.getStackTrace()) {
      text.append("\n  at ").append(element);
    }
    Throwable cause = thrown.getCause();
    return cause == null || cause.equals(thrown) ? text.toString() : text + "\n" + trace(cause);
  }
}
