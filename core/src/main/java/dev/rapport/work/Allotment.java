package dev.rapport.work;

import dev.rapport.work.SharedLimit.Share;
import dev.rapport.work.SharedLimit.Use;
import java.time.Duration;

/** One process's share of a limit and what it has to tell. Under the limiter's lock. */
final class Allotment {
  private static final Share NOTHING = new Share(0, 0, 0, 0, Duration.ZERO, Duration.ZERO);

  private Share share = NOTHING;
  private int demandThen;
  private long requests;
  private long tokens;
  private long ends;
  private long opensAt;
  private int served;
  private long owed;
  private long refusedInEra = Use.NO_REFUSAL;
  private long shutUntil;

  Allotment(long now) {
    this.ends = now;
    this.opensAt = now;
    this.shutUntil = now;
  }

  long era() {
    return share.era();
  }

  Use use(int inFlight, int waiting, long wantedTokens, long now) {
    Use use =
        new Use(
            inFlight,
            waiting,
            Math.max(0, wantedTokens - tokens),
            served,
            owed,
            refusedInEra,
            Duration.ofNanos(Math.max(0, shutUntil - now)));
    demandThen = use.demand();
    served = 0;
    owed = 0;
    refusedInEra = Use.NO_REFUSAL;
    return use;
  }

  void take(Share given, long now) {
    share = given;
    requests = plus(requests, given.requests());
    tokens = plus(tokens, given.tokens());
    ends = now + given.lasts().toNanos();
    opensAt = now + given.shut().toNanos();
  }

  private static long plus(long a, long b) {
    return b == Long.MAX_VALUE ? b : a + b;
  }

  boolean allows(int inFlight, long neededTokens, long now) {
    return inFlight < share.callsAtOnce()
        && requests > 0
        && tokens >= neededTokens
        && now - ends < 0
        && now - opensAt >= 0;
  }

  /** Whether asking for more now could help: the last share was all that was wanted, or is over. */
  boolean isWorthAsking(long now) {
    return now - ends >= 0 || share.callsAtOnce() >= demandThen;
  }

  void begin(long estimate) {
    requests = requests == Long.MAX_VALUE ? requests : requests - 1;
    tokens = tokens == Long.MAX_VALUE ? tokens : tokens - estimate;
  }

  void served(long beyondEstimate) {
    served++;
    owed += beyondEstimate;
  }

  void refused(long era, long until) {
    refusedInEra = Math.max(refusedInEra, era);
    shutUntil = until - shutUntil > 0 ? until : shutUntil;
  }
}
