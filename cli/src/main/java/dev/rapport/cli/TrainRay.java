package dev.rapport.cli;

import java.net.URI;
import java.net.URISyntaxException;
import picocli.CommandLine.Option;

/** Where Ray is, and how its jobs are watched. No type of the trainer stands here. */
final class TrainRay {
  private static final String ID = "[A-Za-z0-9][A-Za-z0-9_.-]{0,99}";

  @Option(
      names = "--ray",
      paramLabel = "URL",
      description =
          "Ray's dashboard; it asks for no key, so keep it on the loopback or behind a tunnel."
              + " Default: ${DEFAULT-VALUE}.")
  String dashboard = "http://127.0.0.1:8265";

  @Option(
      names = "--poll",
      paramLabel = "SECONDS",
      description = "Between two looks at the job. Default: ${DEFAULT-VALUE}.")
  int poll = 10;

  @Option(names = "--json", description = "Machine-readable output on stdout.")
  boolean json;

  URI uri() {
    if (poll < 1) {
      throw new UsageException("--poll %d must be 1 or more".formatted(poll));
    }
    try {
      URI uri = new URI(dashboard);
      String scheme = String.valueOf(uri.getScheme());
      if (uri.getHost() != null && (scheme.equals("http") || scheme.equals("https"))) {
        return uri;
      }
    } catch (URISyntaxException e) {
      // Said below.
    }
    throw new UsageException(
        "--ray \"%s\" must be an address such as http://127.0.0.1:8265".formatted(dashboard));
  }

  static String id(String id) {
    if (!id.matches(ID)) {
      throw new UsageException(
          "job \"%s\": letters, digits, dots, dashes and underscores, 100 at most".formatted(id));
    }
    return id;
  }
}
