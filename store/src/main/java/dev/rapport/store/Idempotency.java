package dev.rapport.store;

import dev.rapport.person.PersonRef;
import java.time.Duration;
import java.time.Instant;

/**
 * Answers to requests that may come again under the same key, so that what they ask is done once.
 * An answer is kept for {@link #LIFE}, sealed like the person's words; it goes when they are erased
 * and whenever anything of theirs is forgotten, and a request that was under way then is not kept
 * either.
 */
public interface Idempotency {
  /** How long an answer is kept. */
  Duration LIFE = Duration.ofHours(24);

  /** How long a request may be under way before another may take it up. */
  Duration UNDER_WAY = Duration.ofMinutes(5);

  /**
   * What a caller names a request by.
   *
   * @param person whom it is about
   * @param apiKey the id of the API key it came with; another's keys are other slots
   * @param key the caller's own, 1 to 200 characters, no control characters
   */
  record Slot(PersonRef person, String apiKey, String key) {
    private static final int MAX_LENGTH = 200;

    public Slot {
      if (key.isEmpty() || key.length() > MAX_LENGTH) {
        throw new IllegalArgumentException(
            "idempotency key of %d characters; it must have 1 to %d"
                .formatted(key.length(), MAX_LENGTH));
      }
      if (key.chars().anyMatch(Character::isISOControl)) {
        throw new IllegalArgumentException(
            "idempotency key of %d characters holds a control character; use letters and digits"
                .formatted(key.length()));
      }
    }
  }

  /**
   * What was answered.
   *
   * @param status of HTTP, 100 to 599
   */
  record Answer(int status, String body) {
    public Answer {
      if (status < 100 || status > 599) {
        throw new IllegalArgumentException(
            "status %d is none of HTTP; it must be 100 to 599".formatted(status));
      }
    }
  }

  /** What a request finds. */
  sealed interface Begun {
    /** It is new: do what it asks, then {@link #finish} or {@link #release}. */
    record New() implements Begun {}

    /** The same request is under way. */
    record Running() implements Begun {}

    /** It was answered before: answer so again. */
    record Replay(Answer answer) implements Begun {}

    /** The key was used for another request. */
    record Conflict() implements Begun {}
  }

  /**
   * @param requestHash of method, path and body: two requests are the same if theirs are
   * @param at now
   */
  Begun begin(Slot slot, String requestHash, Instant at);

  /** Keeps the answer of a request that was begun. */
  void finish(Slot slot, Answer answer);

  /** Lets a request that failed be tried again under its key. */
  void release(Slot slot);

  /**
   * Drops what is older than {@link #LIFE}.
   *
   * @return how many
   */
  int expire(Instant at);
}
