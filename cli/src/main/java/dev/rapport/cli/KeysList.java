package dev.rapport.cli;

import dev.rapport.store.ApiKey;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Lists keys, without their secrets. */
@Command(
    name = "list",
    mixinStandardHelpOptions = true,
    description = "Lists a tenant's keys, those that no longer hold too; never their secrets.",
    footer = {"", "Example:", "  rapport keys list --tenant acme"})
final class KeysList extends KeysSession {
  @Option(
      names = "--tenant",
      defaultValue = "default",
      paramLabel = "TENANT",
      description = "Whose. Default: ${DEFAULT-VALUE}.")
  private String tenant = "";

  KeysList(Terminal terminal) {
    super(terminal);
  }

  @Override
  int run(Workspace workspace) {
    List<ApiKey> found = keys(workspace).list(tenant(tenant));
    if (json()) {
      printJson(found.stream().map(KeysSession::fields).toList());
      return DONE;
    }
    for (ApiKey key : found) {
      String state = key.holds(now()) ? "holds" : "no longer holds";
      print("%s  %s  %s, since %s".formatted(key.id(), state, scope(key), key.created()));
    }
    if (found.isEmpty()) {
      say("There is no key of tenant %s. \"rapport keys create\" makes one.".formatted(tenant));
    }
    return DONE;
  }
}
