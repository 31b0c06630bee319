package dev.rapport.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;

/** What is done with data sets. */
@Command(
    name = "data",
    mixinStandardHelpOptions = true,
    description = "Build data sets in PersonaMem-v2's layout, and check them.",
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {DataBuild.class, DataValidate.class, HelpCommand.class},
    footer = {
      "",
      "Examples:",
      "  rapport data build --out sample-32k",
      "  rapport data validate sample-32k"
    })
final class DataCommand {}
