package dev.rapport.scheduler;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.rapport.work.LimiterConfig;
import dev.rapport.work.SharedLimit.Share;
import dev.rapport.work.SharedLimit.Use;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What processes are lent of one model's limit. */
@Timeout(60)
final class ModelRowIT {
  private static final long NONE = LimiterConfig.UNLIMITED;

  private HikariDataSource connections;

  @BeforeEach
  void open() {
    connections = PostgresServer.connections(PostgresServer.freshSchema(), 2);
    Tables.make(new Sql(connections));
  }

  @AfterEach
  void close() {
    connections.close();
  }

  private ModelRow member(String name, LimiterConfig config) {
    return new ModelRow(new Sql(connections), "m", name, config);
  }

  private ModelRow member(String name) {
    return member(name, new LimiterConfig(8, NONE, NONE));
  }

  private static Use wanting(int inFlight, int waiting) {
    return new Use(inFlight, waiting, 0, 0, 0, Use.NO_REFUSAL, Duration.ZERO);
  }

  private static Use refused(int inFlight, long era, Duration shut) {
    return new Use(inFlight, 20, 0, 0, 0, era, shut);
  }

  @Test
  void givenOneProcess_itHasAllItWants() {
    assertThat(member("a").exchange(wanting(0, 20)).callsAtOnce()).isEqualTo(8);
    assertThat(member("a").exchange(wanting(2, 1)).callsAtOnce()).isEqualTo(3);
  }

  @Test
  void givenTwoThatWantAll_eachComesToHaveItsPart_andTheWindowIsNeverPassed() {
    ModelRow first = member("a");
    ModelRow second = member("b");
    assertThat(first.exchange(wanting(0, 20)).callsAtOnce()).isEqualTo(8);

    assertThat(second.exchange(wanting(0, 20)).callsAtOnce()).isZero();
    assertThat(first.exchange(wanting(8, 20)).callsAtOnce()).isEqualTo(4);
    // Its calls have not ended yet.
    assertThat(second.exchange(wanting(0, 20)).callsAtOnce()).isZero();
    assertThat(first.exchange(wanting(4, 20)).callsAtOnce()).isEqualTo(4);
    assertThat(second.exchange(wanting(0, 20)).callsAtOnce()).isEqualTo(4);
  }

  @Test
  void givenOneThatWantsLittle_theOtherHasTheRest() {
    member("a").exchange(wanting(0, 1));

    assertThat(member("b").exchange(wanting(0, 20)).callsAtOnce()).isEqualTo(7);
  }

  @Test
  void whenOneIsRefused_theWindowShrinksForAll_once_andGrowsAgainWithReplies() {
    ModelRow first = member("a");
    ModelRow second = member("b");
    Share share = first.exchange(wanting(0, 20));

    Share shrunk = first.exchange(refused(8, share.era(), Duration.ofSeconds(30)));
    Share again = first.exchange(refused(0, share.era(), Duration.ZERO));
    Share other = second.exchange(wanting(0, 20));

    assertThat(shrunk.callsAtOnce()).isEqualTo(4);
    assertThat(shrunk.era()).isEqualTo(share.era() + 1);
    assertThat(again.era()).isEqualTo(shrunk.era());
    assertThat(other.shut()).isBetween(Duration.ofSeconds(1), Duration.ofSeconds(30));
    Share grown = first.exchange(new Use(0, 20, 0, 4, 0, Use.NO_REFUSAL, Duration.ZERO));
    second.leave();
    assertThat(grown.era()).isEqualTo(shrunk.era());
    assertThat(first.exchange(wanting(0, 20)).callsAtOnce()).isEqualTo(5);
  }

  @Test
  void givenLimitsAMinute_theyAreSharedOut_andFillAgain() {
    LimiterConfig config = new LimiterConfig(100, 60, 6000);
    ModelRow first = member("a", config);
    ModelRow second = member("b", config);

    Share share = first.exchange(new Use(0, 40, 4000, 0, 0, Use.NO_REFUSAL, Duration.ZERO));
    Share rest = second.exchange(new Use(0, 40, 4000, 0, 0, Use.NO_REFUSAL, Duration.ZERO));

    assertThat(share.requests()).isEqualTo(40);
    assertThat(share.tokens()).isEqualTo(4000);
    assertThat(rest.requests()).isBetween(20L, 30L);
    assertThat(rest.tokens()).isBetween(2000L, 3000L);
  }

  @Test
  void whenAProcessLeaves_itsPartIsTheOthers() {
    ModelRow first = member("a");
    first.exchange(wanting(8, 0));
    first.leave();

    assertThat(member("b").exchange(wanting(0, 8)).callsAtOnce()).isEqualTo(8);
  }
}
