package dev.rapport.cli;

import dev.rapport.person.UserId;
import dev.rapport.store.ApiKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Makes a key. */
@Command(
    name = "create",
    mixinStandardHelpOptions = true,
    description = "Makes a key and prints its secret, once.",
    footer = {
      "",
      "Examples:",
      "  rapport keys create --scope admin",
      "  rapport keys create --scope tenant --tenant acme",
      "  rapport keys create --scope person --tenant acme --user ana --days 90"
    })
final class KeysCreate extends KeysSession {
  @Option(
      names = "--scope",
      required = true,
      paramLabel = "admin|tenant|person",
      description = "What may be done with it: everything, one tenant's people, or one person.")
  private String scope = "";

  @Option(
      names = "--tenant",
      defaultValue = "default",
      paramLabel = "TENANT",
      description = "Whose it is. Default: ${DEFAULT-VALUE}.")
  private String tenant = "";

  @Option(
      names = {"-u", "--user"},
      paramLabel = "USER",
      description = "The person, with --scope person.")
  private @Nullable String user;

  @Option(
      names = "--days",
      defaultValue = "0",
      paramLabel = "N",
      description = "How long it holds; 0 is for ever.")
  private long days;

  KeysCreate(Terminal terminal) {
    super(terminal);
  }

  @Override
  int run(Workspace workspace) {
    Instant now = now();
    Instant expires =
        atLeast(0, "--days", days) == 0 ? ApiKey.NEVER : now.plus(Duration.ofDays(days));
    show(keys(workspace).create(tenant(tenant), scope(), now, expires));
    return DONE;
  }

  private ApiKey.Scope scope() {
    String named = user == null ? "" : user;
    String kind = scope.toLowerCase(Locale.ROOT);
    if (kind.equals("person") == named.isEmpty()) {
      throw new UsageException(
          named.isEmpty()
              ? "a key with the scope person needs --user"
              : "--user \"%s\" goes with --scope person alone".formatted(named));
    }
    return switch (kind) {
      case "admin" -> new ApiKey.Scope.Admin();
      case "tenant" -> new ApiKey.Scope.Tenant();
      case "person" -> new ApiKey.Scope.Person(person(named));
      default ->
          throw new UsageException(
              "--scope is \"%s\"; it must be admin, tenant or person".formatted(scope));
    };
  }

  private static UserId person(String name) {
    try {
      return new UserId(name);
    } catch (IllegalArgumentException e) {
      throw new UsageException(e);
    }
  }
}
