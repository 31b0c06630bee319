package dev.rapport.cli;

import dev.rapport.server.ServerConfig;
import dev.rapport.server.auth.AuthMode;
import java.io.PrintWriter;
import java.net.URI;

/** What a server says when it is up: where it is, and how to try it. */
final class ServeGreeting {
  private final PrintWriter out;

  ServeGreeting(PrintWriter out) {
    this.out = out;
  }

  void print(URI address, Settings settings, ServerConfig config, boolean hasKeys) {
    boolean keys = config.auth() == AuthMode.KEYS;
    String shown = keys ? " -H \"Authorization: Bearer $KEY\"" : "";
    out.println("Rapport is up. The page in a browser: " + address + "/");
    out.println("  store %s, model %s".formatted(settings.store(), settings.model()));
    out.println("  all addresses: %s/openapi.yaml".formatted(address));
    out.println("Try it:");
    out.println("  curl%s %s/v1/people/ana/turns \\".formatted(shown, address));
    out.println(
        "    -d '{\"messages\":[{\"role\":\"user\",\"content\":\"I never eat meat.\"}],"
            + "\"learn\":true}'");
    out.println(
        "  curl%s -H 'Accept: text/markdown' %s/v1/people/ana/page".formatted(shown, address));
    if (!keys) {
      out.println("Nobody is asked for a key. With \"--auth keys\" everybody is;");
      out.println("\"rapport keys create --scope admin\" makes the first one.");
    } else if (!hasKeys) {
      out.println(
          "There is no key yet: \"rapport keys create --scope admin\" makes the first one.");
    }
    out.flush();
  }
}
