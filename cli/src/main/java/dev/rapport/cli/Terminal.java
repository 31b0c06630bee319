package dev.rapport.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.InputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Map;

/**
 * Where a command reads and writes: results on {@code out}, everything else on {@code err}.
 *
 * @param interactive whether a person watches {@code err}, so that progress may be drawn in place
 * @param environment variables, for settings and credentials
 * @param workingFolder relative paths start here
 */
record Terminal(
    InputStream in,
    PrintWriter out,
    PrintWriter err,
    boolean interactive,
    Map<String, String> environment,
    Path workingFolder) {
  static Terminal system() {
    // The launcher knows: of Java 21 to 25, each tells a terminal in another way.
    boolean watched = Boolean.getBoolean("rapport.watched");
    return new Terminal(
        System.in,
        new PrintWriter(new OutputStreamWriter(System.out, UTF_8), true),
        new PrintWriter(new OutputStreamWriter(System.err, UTF_8), true),
        watched,
        System.getenv(),
        Path.of("").toAbsolutePath());
  }
}
