package dev.rapport.spring;

import dev.rapport.runtime.Rapport;
import dev.rapport.store.Backlog;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;

/** {@code /actuator/rapport}: how much is held and how much waits. No words, and nobody's id. */
@Endpoint(id = "rapport")
public final class RapportEndpoint {
  private final Rapport rapport;

  RapportEndpoint(Rapport rapport) {
    this.rapport = rapport;
  }

  /**
   * @param people those something is held of
   * @param waitingPeople those with turns not yet read
   * @param waitingTurns turns not yet read
   * @param setAsideTurns turns that could not be read
   */
  public record Standing(long people, long waitingPeople, long waitingTurns, long setAsideTurns) {}

  @ReadOperation
  public Standing standing() {
    Backlog.Totals totals = rapport.store().backlog().totals();
    long people = rapport.people().store().people().size();
    return new Standing(people, totals.people(), totals.waiting(), totals.buried());
  }
}
