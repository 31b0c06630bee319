package dev.rapport.fakeserver;

/** What one event adds to the count. */
final class Change {
  int attempts;
  int answered;
  int refused;
  int broken;
  int clientLeft;
  int inFlight;
  int connections;
  long inputTokens;
  long outputTokens;
  long untoldTokens;

  Count on(Count count) {
    int now = count.inFlight() + inFlight;
    return new Count(
        count.attempts() + attempts,
        count.answered() + answered,
        count.refused() + refused,
        count.broken() + broken,
        count.clientLeft() + clientLeft,
        now,
        Math.max(now, count.mostAtOnce()),
        count.connections() + connections,
        count.inputTokens() + inputTokens,
        count.outputTokens() + outputTokens,
        count.untoldTokens() + untoldTokens);
  }
}
