package dev.rapport.cli;

import dev.rapport.person.UserId;
import picocli.CommandLine.Mixin;

/** A command on one person's memory. */
abstract class UserSession extends Session {
  @Mixin private UserOption userOption = new UserOption();

  UserSession(Terminal terminal) {
    super(terminal);
  }

  final UserId user() {
    return userOption.resolve(settings());
  }

  /** Asks before something that cannot be taken back. */
  final void confirm(boolean yes, String what) {
    if (yes) {
      return;
    }
    if (!terminal().interactive()) {
      throw new UsageException(what + " cannot be taken back; add --yes to do it");
    }
    terminal().err().print(what + " cannot be taken back. Go on? [y/N] ");
    terminal().err().flush();
    String answer = new LineInput(terminal().in()).next().orElse("");
    if (!answer.strip().toLowerCase(java.util.Locale.ROOT).startsWith("y")) {
      throw new FailedException("nothing was changed");
    }
  }
}
