package dev.rapport.cli;

import dev.rapport.person.UserId;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Whose memory a command is about. */
final class UserOption {
  @Option(
      names = {"-u", "--user"},
      paramLabel = "USER",
      description = "Whose memory. Default: RAPPORT_USER or user: in rapport.yaml.")
  @Nullable String user;

  UserId resolve(Settings settings) {
    String name = user != null ? user : settings.user();
    if (name.isEmpty()) {
      throw new UsageException("no user given; say whose memory with --user NAME");
    }
    try {
      return new UserId(name);
    } catch (IllegalArgumentException e) {
      throw new UsageException(e);
    }
  }
}
