package dev.rapport.cli;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * How many processes train one model together, and which of them this is. No type of the trainer
 * stands here: any JDK loads it.
 */
final class TrainReplicas {
  private static final int MOST_PORT = 65_535;

  @Spec(Spec.Target.MIXEE)
  private @Nullable CommandSpec command;

  @Option(
      names = "--replicas",
      paramLabel = "N",
      description =
          "Processes that share the work of each step; all of them hold the whole model. Without"
              + " --rank this one starts the others on this machine. Default: ${DEFAULT-VALUE}.")
  private int replicas = 1;

  @Option(
      names = "--rank",
      paramLabel = "N",
      description =
          "Which of them this is, from 0; for several machines, each started by hand. Number 0"
              + " keeps the run's folder, which the others must see when a run goes on.")
  private @Nullable Integer rank;

  @Option(
      names = "--rendezvous",
      paramLabel = "tcp://HOST:PORT",
      description = "Where number 0 waits for the others. Trusted networks only.")
  private @Nullable String rendezvous;

  /** How many there are. */
  int size() {
    if (replicas < 1) {
      throw new UsageException("--replicas %d must be 1 or more".formatted(replicas));
    }
    if ((rank == null) != (rendezvous == null) || (rank != null && replicas == 1)) {
      throw new UsageException(
          "--rank and --rendezvous go together, with --replicas 2 or more: say all three or --replicas alone");
    }
    return replicas;
  }

  /** Whether this process starts the others. */
  boolean startsOthers() {
    return size() > 1 && rank == null;
  }

  int rank() {
    return rank == null ? 0 : rank;
  }

  /** Whether this is the one that writes and prints. */
  boolean leads() {
    return rank() == 0;
  }

  URI rendezvous() {
    String given = String.valueOf(rendezvous);
    try {
      URI uri = URI.create(given);
      if ("tcp".equals(uri.getScheme())
          && uri.getHost() != null
          && uri.getPort() > 0
          && uri.getPort() <= MOST_PORT) {
        return uri;
      }
    } catch (IllegalArgumentException e) {
      // Said below.
    }
    throw new UsageException(
        "--rendezvous \"%s\" must be tcp://HOST:PORT, such as tcp://10.0.0.1:29500"
            .formatted(given));
  }

  /** What this command was called with. */
  List<String> arguments() {
    CommandSpec spec = command;
    return spec == null
        ? List.of()
        : new ArrayList<>(spec.root().commandLine().getParseResult().originalArgs());
  }
}
