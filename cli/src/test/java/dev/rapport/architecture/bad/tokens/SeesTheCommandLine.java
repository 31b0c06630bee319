package dev.rapport.architecture.bad.tokens;

import dev.rapport.architecture.bad.cli.Command;

/** The middle ring that sees the outer one. */
public final class SeesTheCommandLine {
  public final Command command = new Command();
}
