package dev.rapport.cli;

import java.io.PrintWriter;
import java.time.Duration;
import java.time.InstantSource;

/**
 * How far long work is, on stderr: a bar drawn in place for a person, a plain line now and then for
 * a log. Not safe for several threads.
 */
final class ProgressLine {
  private static final Duration REDRAW = Duration.ofMillis(120);
  private static final Duration LOG_EVERY = Duration.ofSeconds(10);
  private static final int WIDTH = 24;

  private final PrintWriter err;
  private final boolean inPlace;
  private final InstantSource clock;
  private final String label;
  private final long startedAt;
  private long drawnAt;
  private int drawnWidth;

  ProgressLine(Terminal terminal, InstantSource clock, String label) {
    this.err = terminal.err();
    this.inPlace = terminal.interactive();
    this.clock = clock;
    this.label = label;
    this.startedAt = clock.millis();
    this.drawnAt = startedAt;
  }

  /**
   * @param done 0 to {@code total}
   * @param note what is being done, in a few words
   */
  void update(long done, long total, String note) {
    long now = clock.millis();
    Duration pause = inPlace ? REDRAW : LOG_EVERY;
    if (now - drawnAt < pause.toMillis()) {
      return;
    }
    drawnAt = now;
    String text = render(done, total, note, now - startedAt);
    if (inPlace) {
      int shown = text.length();
      err.print("\r" + text + " ".repeat(Math.max(0, drawnWidth - shown)));
      err.flush();
      drawnWidth = shown;
    } else {
      err.println(text);
    }
  }

  /** Clears the bar, so that what follows starts on a line of its own. */
  void finish() {
    if (inPlace && drawnWidth > 0) {
      err.print("\r" + " ".repeat(drawnWidth) + "\r");
      err.flush();
      drawnWidth = 0;
    }
  }

  private String render(long done, long total, String note, long elapsedMillis) {
    double share = total <= 0 ? 0 : Math.min(1.0, (double) done / total);
    int filled = (int) Math.round(share * WIDTH);
    return "%s [%s%s] %3.0f%%  %s  %s"
        .formatted(
            label,
            "#".repeat(filled),
            ".".repeat(WIDTH - filled),
            share * 100,
            left(share, elapsedMillis),
            note);
  }

  private static String left(double share, long elapsedMillis) {
    if (share < 0.01) {
      return "time left: ?";
    }
    long seconds = Math.round(elapsedMillis * (1 - share) / share / 1000);
    return seconds < 60
        ? "%d s left".formatted(seconds)
        : "%d min %02d s left".formatted(seconds / 60, seconds % 60);
  }
}
