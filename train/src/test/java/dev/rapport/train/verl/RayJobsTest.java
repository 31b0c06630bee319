package dev.rapport.train.verl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rapport.fakeserver.ray.FakeRay;
import dev.rapport.fakeserver.ray.FakeRay.Scene;
import dev.rapport.train.TrainException;
import dev.rapport.train.UnreachableException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The client against a server that speaks the Jobs part of Ray's dashboard, as documented. */
final class RayJobsTest {
  private FakeRay ray;
  private RayJobs jobs;

  @BeforeEach
  void start() {
    ray = FakeRay.start(List.of(Scene.of("RUNNING", "step 1\nstep 2\n")));
    jobs = RayJobs.at(ray.url());
  }

  @AfterEach
  void stop() {
    ray.close();
  }

  @Test
  void aJob_isSubmittedWatchedAndStopped() {
    assertThat(jobs.submit("/shared/my job's", "rapport-1")).isEqualTo("rapport-1");
    assertThat(ray.submitted().getFirst().path("entrypoint").asText())
        .isEqualTo("sh '/shared/my job'\\''s/launch.sh'");
    assertThat(jobs.job("rapport-1").state()).isEqualTo(RayJob.State.RUNNING);
    assertThat(jobs.logs("rapport-1")).isEqualTo("step 1\nstep 2\n");

    jobs.stop("rapport-1");

    assertThat(jobs.job("rapport-1").state()).isEqualTo(RayJob.State.STOPPED);
  }

  @Test
  void givenAJobOfNoSuchName_theServersWordsAreTold() {
    assertThatThrownBy(() -> jobs.job("nobody"))
        .isInstanceOf(TrainException.class)
        .hasMessageContainingAll("404", "nobody does not exist");
  }

  @Test
  void givenTheSameIdTwice_theServersWordsAreTold() {
    jobs.submit("/shared/job", "twice");

    assertThatThrownBy(() -> jobs.submit("/shared/job", "twice"))
        .hasMessageEndingWith(
            "to /api/jobs/: ValueError: Job with submission_id twice already exists. Please use a"
                + " different submission_id.");
  }

  @Test
  void givenNoServer_theAddressIsTold() {
    ray.close();

    assertThatThrownBy(() -> jobs.job("x"))
        .isInstanceOf(UnreachableException.class)
        .hasMessageContaining("not to be reached");
  }

  @Test
  void givenAStatusThatRayDoesNotHave_itIsNamed() {
    try (var other = FakeRay.start(List.of(Scene.of("DONE", "")))) {
      RayJobs theirs = RayJobs.at(other.url());
      theirs.submit("/shared/job", "odd");

      assertThatThrownBy(() -> theirs.job("odd")).hasMessageContainingAll("odd", "\"DONE\"");
    }
  }
}
