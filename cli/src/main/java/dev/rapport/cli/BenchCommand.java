package dev.rapport.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;

/** Measures memories on data sets. */
@Command(
    name = "bench",
    mixinStandardHelpOptions = true,
    description = "Measures memories on published data sets.",
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {
      BenchRun.class,
      BenchResume.class,
      BenchReport.class,
      BenchCompare.class,
      BenchDatasets.class,
      HelpCommand.class
    },
    footer = {
      "",
      "Examples:",
      "  rapport bench datasets",
      "  rapport bench run --dataset personamem-v2:data --strategy page --out runs/page",
      "  rapport bench resume runs/page",
      "  rapport bench report runs/page",
      "  rapport bench compare runs/nomemory runs/page"
    })
final class BenchCommand {}
