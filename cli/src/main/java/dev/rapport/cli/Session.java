package dev.rapport.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;

/** A command on one store: settings, the wired parts, results and progress. */
abstract class Session implements Callable<Integer> {
  static final int DONE = 0;
  static final int FAILED = 1;

  @Mixin GlobalOptions options = new GlobalOptions();

  private final Terminal terminal;
  private @Nullable Settings settings;

  Session(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public final Integer call() throws IOException {
    try (Workspace workspace = Workspace.open(settings())) {
      return run(workspace);
    } finally {
      terminal.out().flush();
      terminal.err().flush();
    }
  }

  /** Does the command's work and returns its exit status. */
  abstract int run(Workspace workspace) throws IOException;

  final Terminal terminal() {
    return terminal;
  }

  final Settings settings() {
    Settings known = settings;
    if (known == null) {
      known = new SettingsReader(terminal.environment(), terminal.workingFolder()).read(options);
      settings = known;
    }
    return known;
  }

  final boolean json() {
    return options.json;
  }

  final void print(String line) {
    terminal.out().println(line);
  }

  final void printJson(Object value) {
    terminal.out().println(Json.line(value));
  }

  /** For people: on stderr, so that stdout holds results alone. */
  final void say(String line) {
    terminal.err().println(line);
  }
}
