package dev.rapport.scheduler;

import dev.rapport.work.LimiterConfig;
import dev.rapport.work.SharedLimit.Share;
import dev.rapport.work.SharedLimit.Use;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;

/**
 * What all processes know of one model: the window, which a refusal halves and replies widen, and
 * who has which part of it.
 *
 * <p>Everybody who wants calls may have an equal part, and whatever the others do not want. What
 * somebody has beyond their part comes back as their calls end; until then the others wait, so that
 * the window is never passed.
 */
record ModelRow(Sql sql, String model, String member, LimiterConfig config) {
  /** Between two exchanges of a busy process. */
  static final Duration OFTEN = Duration.ofMillis(200);

  /** How long a share may be used. */
  private static final Duration LASTS = Duration.ofSeconds(4);

  /** How long a silent process keeps its part: longer than it may use it. */
  private static final String KEPT = "6 seconds";

  private static final double SECONDS_PER_MINUTE = 60;

  /** The row as it stands; {@code elapsed} since it was filled, {@code shut} from now on. */
  private record State(
      double window, long era, double requests, double tokens, double elapsed, double shut) {}

  /** Another process. */
  private record Other(int calls, int wanted) {}

  Share exchange(Use use) {
    return sql.transaction(
        "share the limit of model " + model,
        connection -> {
          State state = grown(lock(connection), use);
          int grant = grant(use, (int) state.window(), others(connection));
          put(connection, Math.max(grant, use.inFlight()), use.demand());
          long requests = granted(config.requestsPerMinute(), state.requests(), use.waiting());
          long tokens = granted(config.tokensPerMinute(), state.tokens(), use.wantedTokens());
          save(connection, state, requests, tokens);
          return new Share(grant, requests, tokens, state.era(), seconds(state.shut()), LASTS);
        });
  }

  /** The row, which others wait for until the transaction ends. */
  private State lock(Connection connection) throws SQLException {
    Sql.update(
        connection,
        """
        INSERT INTO model_limit
          (model, call_window, era, opens_at, requests, tokens, filled_at)
        VALUES (?, ?, 0, now(), ?, ?, now()) ON CONFLICT (model) DO NOTHING
        """,
        model,
        (double) config.callsAtOnce(),
        (double) config.requestsPerMinute(),
        (double) config.tokensPerMinute());
    return Sql.list(
            connection,
            """
            SELECT call_window, era, requests, tokens,
              GREATEST(0, EXTRACT(EPOCH FROM clock_timestamp() - filled_at)::DOUBLE PRECISION),
              GREATEST(0, EXTRACT(EPOCH FROM opens_at - clock_timestamp())::DOUBLE PRECISION)
            FROM model_limit WHERE model = ? FOR UPDATE
            """,
            row ->
                new State(
                    row.getDouble(1),
                    row.getLong(2),
                    row.getDouble(3),
                    row.getDouble(4),
                    row.getDouble(5),
                    row.getDouble(6)),
            model)
        .getFirst();
  }

  /** After what the process tells, and with what time has brought. */
  private State grown(State state, Use use) {
    boolean refused = use.refusedInEra() != Use.NO_REFUSAL;
    boolean shrinks = refused && use.refusedInEra() >= state.era();
    double window = Math.min(config.callsAtOnce(), state.window());
    double wider = Math.min(config.callsAtOnce(), window + use.served() / window);
    return new State(
        shrinks ? Math.max(1, Math.floor(window / 2)) : wider,
        shrinks ? state.era() + 1 : state.era(),
        filled(config.requestsPerMinute(), state.requests(), state.elapsed()),
        filled(config.tokensPerMinute(), state.tokens(), state.elapsed()) - use.owedTokens(),
        0,
        refused ? Math.max(state.shut(), use.shut().toNanos() / 1e9) : state.shut());
  }

  private static double filled(long perMinute, double level, double elapsed) {
    return Math.min((double) perMinute, level + elapsed * perMinute / SECONDS_PER_MINUTE);
  }

  private static long granted(long perMinute, double level, long wanted) {
    return perMinute == LimiterConfig.UNLIMITED
        ? Long.MAX_VALUE
        : Math.max(0, Math.min((long) level, wanted));
  }

  private List<Other> others(Connection connection) throws SQLException {
    Sql.update(
        connection,
        "DELETE FROM model_share WHERE model = ? AND seen_at < clock_timestamp() - INTERVAL '%s'"
            .formatted(KEPT),
        model);
    return Sql.list(
        connection,
        "SELECT calls, wanted FROM model_share WHERE model = ? AND member <> ?",
        row -> new Other(row.getInt(1), row.getInt(2)),
        model,
        member);
  }

  private static int grant(Use use, int window, List<Other> others) {
    int wanting = 1 + (int) others.stream().filter(other -> other.wanted() > 0).count();
    int part = window / wanting;
    int kept =
        others.stream()
            .mapToInt(other -> Math.max(other.calls(), Math.min(other.wanted(), part)))
            .sum();
    return Math.max(0, Math.min(use.demand(), window - kept));
  }

  private void put(Connection connection, int calls, int wanted) throws SQLException {
    Sql.update(
        connection,
        """
        INSERT INTO model_share (model, member, calls, wanted, seen_at)
        VALUES (?, ?, ?, ?, clock_timestamp())
        ON CONFLICT (model, member) DO UPDATE
        SET calls = excluded.calls, wanted = excluded.wanted, seen_at = excluded.seen_at
        """,
        model,
        member,
        calls,
        wanted);
  }

  private void save(Connection connection, State state, long requests, long tokens)
      throws SQLException {
    boolean limitedRequests = config.requestsPerMinute() != LimiterConfig.UNLIMITED;
    boolean limitedTokens = config.tokensPerMinute() != LimiterConfig.UNLIMITED;
    Sql.update(
        connection,
        """
        UPDATE model_limit SET call_window = ?, era = ?, requests = ?, tokens = ?,
          filled_at = clock_timestamp(),
          opens_at = clock_timestamp() + ? * INTERVAL '1 second'
        WHERE model = ?
        """,
        state.window(),
        state.era(),
        limitedRequests ? state.requests() - requests : 0.0,
        limitedTokens ? state.tokens() - tokens : 0.0,
        state.shut(),
        model);
  }

  private static Duration seconds(double seconds) {
    return Duration.ofNanos((long) (seconds * 1e9));
  }

  /** Gives everything back. */
  void leave() {
    sql.one(
        "give back the limit of model " + model,
        connection ->
            Sql.update(
                connection,
                "DELETE FROM model_share WHERE model = ? AND member = ?",
                model,
                member));
  }
}
