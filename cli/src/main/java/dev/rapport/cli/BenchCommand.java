package dev.rapport.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;

/** Measures memories on data sets. */
@Command(
    name = "bench",
    mixinStandardHelpOptions = true,
    description = "Measures memories on published data sets.",
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {BenchDatasets.class, HelpCommand.class},
    footer = {"", "Example:", "  rapport bench datasets"})
final class BenchCommand {}
