package dev.rapport.train.policy;

/**
 * Where one of several processes sits, and where they meet.
 *
 * @param rank its number, from 0
 * @param size how many they are, at least 2
 * @param host of the one with number 0, as the others reach it
 * @param port on which that one listens; 0 lets it choose
 */
public record Seat(int rank, int size, String host, int port) {
  private static final int MOST_PORT = 65_535;

  public Seat {
    if (size < 2 || rank < 0 || rank >= size) {
      throw new IllegalArgumentException(
          "rank %d of %d replicas; must be 2 replicas or more, ranks from 0 on"
              .formatted(rank, size));
    }
    if (host.isBlank() || port < 0 || port > MOST_PORT || (port == 0 && rank > 0)) {
      throw new IllegalArgumentException(
          "replicas meet at \"%s\", port %d; must be a host and a port from 1 to %d"
              .formatted(host, port, MOST_PORT));
    }
  }
}
