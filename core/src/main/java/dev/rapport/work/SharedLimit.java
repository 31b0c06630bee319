package dev.rapport.work;

import java.time.Duration;

/**
 * A limit on one model that several processes keep together: each tells what it uses and wants, and
 * is given a share for a short while. Safe for several threads.
 */
public interface SharedLimit {
  /** Nobody to share with. */
  SharedLimit NONE =
      new SharedLimit() {
        @Override
        public void join(Member member) {
          member.take(Share.EVERYTHING);
        }

        @Override
        public void ask() {}
      };

  /** Gives the member its share from now on, from a thread of its own. Called once. */
  void join(Member member);

  /** More is wanted than the share allows, or there is news: share anew soon. Returns at once. */
  void ask();

  /** One process's part. */
  interface Member {
    /** What became of calls since it was last asked, and what is wanted. */
    Use use();

    /** The share until the next one. */
    void take(Share share);
  }

  /**
   * What one process tells.
   *
   * @param inFlight calls under way
   * @param waiting calls that wait for leave
   * @param wantedTokens of those that wait, as estimated
   * @param served replies since the last time, which let the window grow
   * @param owedTokens taken beyond the estimates since the last time; may be negative
   * @param refusedInEra the latest era in which a call began that was refused; {@link #NO_REFUSAL}
   * @param shut for how long the provider wants no calls
   */
  record Use(
      int inFlight,
      int waiting,
      long wantedTokens,
      int served,
      long owedTokens,
      long refusedInEra,
      Duration shut) {
    /** No call was refused. */
    public static final long NO_REFUSAL = -1;

    /** Calls under way and calls that wait. */
    public int demand() {
      return inFlight + waiting;
    }
  }

  /**
   * What one process may do.
   *
   * @param callsAtOnce most calls under way
   * @param requests that may be begun beside those granted before
   * @param tokens that may be used beside those granted before
   * @param era grows when the window shrinks; refusals of calls of the same era count as one
   * @param shut for how long no call may begin
   * @param lasts after which nothing may begin without a new share
   */
  record Share(
      int callsAtOnce, long requests, long tokens, long era, Duration shut, Duration lasts) {
    private static final Duration FOR_EVER = Duration.ofDays(365L * 100);

    /** No limit. */
    static final Share EVERYTHING =
        new Share(Integer.MAX_VALUE, Long.MAX_VALUE, Long.MAX_VALUE, 0, Duration.ZERO, FOR_EVER);
  }
}
