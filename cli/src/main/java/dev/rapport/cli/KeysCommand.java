package dev.rapport.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;

/** The keys that callers of a server show. */
@Command(
    name = "keys",
    mixinStandardHelpOptions = true,
    description = "Makes, lists, renews and revokes the keys that callers of \"serve\" show.",
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {
      KeysCreate.class,
      KeysList.class,
      KeysRotate.class,
      KeysRevoke.class,
      HelpCommand.class
    },
    footer = {
      "",
      "Examples:",
      "  rapport keys create --scope admin",
      "  rapport keys create --scope person --user ana --days 90",
      "  rapport keys list"
    })
final class KeysCommand {}
