package dev.rapport.train.verl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rapport.fakeserver.ray.FakeRay;
import dev.rapport.fakeserver.ray.FakeRay.Scene;
import dev.rapport.train.UnreachableException;
import dev.rapport.work.WorkTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

final class JobWatchTest {
  private static final Scene AWAY = new Scene(503, "", "starting", "");

  private final List<Duration> slept = new ArrayList<>();

  @Test
  void aJob_isSeenUntilItIsOver() {
    try (var ray =
        FakeRay.start(
            List.of(
                Scene.of("PENDING", ""),
                Scene.of("RUNNING", "step:1 - critic/rewards/mean:0.25"),
                Scene.of("SUCCEEDED", "step:2 - critic/rewards/mean:0.5")))) {
      List<String> seen = new ArrayList<>();

      RayJob over = watch(ray).untilOver("a", (job, logs) -> seen.add(job.state() + " " + logs));

      assertThat(over.state()).isEqualTo(RayJob.State.SUCCEEDED);
      assertThat(seen)
          .containsExactly(
              "PENDING ",
              "RUNNING step:1 - critic/rewards/mean:0.25",
              "SUCCEEDED step:2 - critic/rewards/mean:0.5");
      assertThat(slept).containsExactly(Duration.ofSeconds(7), Duration.ofSeconds(7));
    }
  }

  @Test
  void givenADashboardThatIsAwayForAWhile_theWatchGoesOn() {
    List<Scene> script = new ArrayList<>();
    script.add(Scene.of("RUNNING", ""));
    script.addAll(Collections.nCopies(JobWatch.PATIENCE - 1, AWAY));
    script.add(Scene.of("FAILED", "out of memory"));
    try (var ray = FakeRay.start(script)) {
      assertThat(watch(ray).untilOver("a", (job, logs) -> {}).state())
          .isEqualTo(RayJob.State.FAILED);
    }
  }

  @Test
  void givenADashboardThatStaysAway_theWatchEnds() {
    try (var ray = FakeRay.start(List.of(AWAY))) {
      assertThatThrownBy(() -> watch(ray).untilOver("a", (job, logs) -> {}))
          .isInstanceOf(UnreachableException.class)
          .hasMessageContainingAll("503", "starting");
      assertThat(slept).hasSize(JobWatch.PATIENCE - 1);
    }
  }

  @Test
  void theNewestStep_isReadFromVerlsConsole() {
    assertThat(
            VerlStep.newest(
                """
                (TaskRunner pid=7) step:0 - val-core/rapport/acc/mean@1:0.31
                (TaskRunner pid=7) step:1 - actor/loss:np.float64(1e-05) - critic/rewards/mean:np.float64(0.375) - x:1
                Training Progress:   3%
                """))
        .contains(new VerlStep(1, 0.375));
    assertThat(VerlStep.newest("step:12 - critic/rewards/mean:2.5e-01 - perf/throughput:9"))
        .contains(new VerlStep(12, 0.25));
    assertThat(VerlStep.newest("step:3 - actor/loss:0.1").orElseThrow().reward()).isNaN();
    assertThat(VerlStep.newest("loading weights")).isEmpty();
  }

  private JobWatch watch(FakeRay ray) {
    RayJobs jobs = RayJobs.at(ray.url());
    jobs.submit("/shared/job", "a");
    return new JobWatch(jobs, time(), Duration.ofSeconds(7));
  }

  private WorkTime time() {
    return new WorkTime() {
      @Override
      public Instant now() {
        return Instant.EPOCH;
      }

      @Override
      public long nanos() {
        return 0;
      }

      @Override
      public void sleep(Duration duration) {
        slept.add(duration);
      }
    };
  }
}
