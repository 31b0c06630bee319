package dev.rapport.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;

/** What a person does with their page. */
@Command(
    name = "page",
    mixinStandardHelpOptions = true,
    description = "Read, explain, change and take back what is kept about a person.",
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {
      PageShow.class,
      PageWhy.class,
      PageEdits.class,
      PagePin.class,
      PageHistory.class,
      PageDiffs.class,
      PageUndo.class,
      PageForget.class,
      PageVerify.class,
      PageExport.class,
      PageImport.class,
      PageErase.class,
      HelpCommand.class
    },
    footer = {
      "",
      "Examples:",
      "  rapport page show --user ana",
      "  rapport page why --user ana --line l7",
      "  rapport page forget --user ana --topic guitars --dry-run"
    })
final class PageCommand {}
