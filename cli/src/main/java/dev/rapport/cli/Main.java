package dev.rapport.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;

/** The front door: {@code rapport <noun> <verb>}. */
@Command(
    name = "rapport",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = {
      "Keeps one page per person, learned from their conversations, which they can read, edit and"
          + " take back; and answers in the way that suits them."
    },
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {
      DemoCommand.class,
      LearnCommand.class,
      AskCommand.class,
      ChatCommand.class,
      PageCommand.class,
      BenchCommand.class,
      DataCommand.class,
      TrainCommand.class,
      ServeCommand.class,
      McpCommand.class,
      KeysCommand.class,
      DoctorCommand.class,
      HelpCommand.class
    },
    footer = {
      "",
      "Examples:",
      "  rapport demo                                    see the whole of it, no key, no network",
      "  rapport learn --user ana conversations.json     read what Ana said to a chatbot",
      "  rapport ask --user ana \"What should I cook?\"    an answer that suits Ana",
      "  rapport page show --user ana                    everything that is kept about her",
      "  rapport serve                                   the same as a service and in a browser",
      "",
      "Exit status: 0 done, 1 failed, 2 wrong usage."
    })
public final class Main {
  private Main() {}

  public static void main(String[] args) {
    System.exit(commandLine(Terminal.system()).execute(args));
  }

  /** The whole command line over a terminal, so that tests run what users run. */
  static CommandLine commandLine(Terminal terminal) {
    CommandLine commandLine = new CommandLine(Main.class, new CommandFactory(terminal));
    return commandLine
        .setOut(terminal.out())
        .setErr(terminal.err())
        .setExecutionExceptionHandler(new FailureReport(terminal))
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setUsageHelpAutoWidth(true);
  }
}
