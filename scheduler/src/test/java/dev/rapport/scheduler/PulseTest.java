package dev.rapport.scheduler;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.kagkarlsson.scheduler.event.SchedulerListener.SchedulerEventType;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

final class PulseTest {
  private static final Duration POLLING = Duration.ofMillis(100);

  private final SteppedTime time = new SteppedTime(Instant.EPOCH);
  private final Pulse pulse = new Pulse(POLLING, time);

  @Test
  void givenThirtyPollsMissed_isNoLongerFelt() {
    pulse.beat();
    time.pass(POLLING.multipliedBy(29));
    assertThat(pulse.isFelt()).isTrue();

    time.pass(POLLING);
    assertThat(pulse.isFelt()).isFalse();
  }

  @Test
  void whateverTheSchedulerDoes_alsoInVain_isAPulse() {
    pulse.beat();
    time.pass(POLLING.multipliedBy(40));
    for (SchedulerEventType type : SchedulerEventType.values()) {
      pulse.onSchedulerEvent(type);
      assertThat(pulse.isFelt()).as(type.name()).isTrue();
      time.pass(POLLING.multipliedBy(40));
      assertThat(pulse.isFelt()).as(type.name()).isFalse();
    }
  }
}
