package dev.rapport.cli;

import dev.rapport.model.ModelException;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** Turns a failure into one clear message and an exit status; a stack trace only when asked for. */
final class FailureReport implements IExecutionExceptionHandler {
  private static final int FAILED = 1;
  private static final int WRONG_USAGE = 2;

  private final Terminal terminal;

  FailureReport(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public int handleExecutionException(
      Exception failure, CommandLine commandLine, ParseResult parsed) {
    terminal.err().println("rapport: " + message(failure));
    if (terminal.environment().containsKey("RAPPORT_DEBUG")) {
      failure.printStackTrace(terminal.err());
    }
    terminal.err().flush();
    return failure instanceof UsageException ? WRONG_USAGE : FAILED;
  }

  private static String message(Exception failure) {
    String text = failure.getMessage();
    if (failure instanceof ModelException model) {
      return "the model gave no reply (%s): %s".formatted(model.kind(), text);
    }
    return text == null || text.isBlank()
        ? "%s; set RAPPORT_DEBUG=1 to see where".formatted(failure.getClass().getSimpleName())
        : text;
  }
}
