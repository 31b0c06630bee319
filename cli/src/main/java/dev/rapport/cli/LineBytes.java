package dev.rapport.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintWriter;

/** Lines of UTF-8 bytes for a writer of text: each is handed on when it is whole. */
final class LineBytes extends OutputStream {
  private final PrintWriter out;
  private final ByteArrayOutputStream line = new ByteArrayOutputStream();

  LineBytes(PrintWriter out) {
    this.out = out;
  }

  @Override
  public synchronized void write(int b) {
    line.write(b);
    if (b == '\n') {
      out.write(line.toString(UTF_8));
      out.flush();
      line.reset();
    }
  }
}
