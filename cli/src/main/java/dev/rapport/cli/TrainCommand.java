package dev.rapport.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;

/** What is done to models. */
@Command(
    name = "train",
    mixinStandardHelpOptions = true,
    description = "Teach models what to write on a page. Needs a JDK 25 or newer.",
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {TrainMini.class, HelpCommand.class},
    footer = {
      "",
      "Examples:",
      "  rapport train mini --out mini",
      "  rapport train mini --quick --out try"
    })
final class TrainCommand {}
