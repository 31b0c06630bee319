package dev.rapport.learn;

import dev.rapport.person.UserId;
import dev.rapport.work.Calls;
import dev.rapport.work.Lease;

/** Hands out the way to the writing model for one person's work. */
@FunctionalInterface
public interface CallsFor {
  /** For writers without a model. */
  CallsFor NOBODY = (user, lease) -> Calls.none();

  Calls calls(UserId user, Lease lease);
}
