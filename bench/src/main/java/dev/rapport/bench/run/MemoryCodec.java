package dev.rapport.bench.run;

import dev.rapport.person.UserId;

/**
 * A memory as text, so that it can be kept between stages.
 *
 * @param <S> the memory
 */
public interface MemoryCodec<S> {
  /** The memory in its own form, without loss. */
  String write(S memory);

  S read(UserId user, String written);

  /** The memory as a reader sees it. */
  String text(S memory);
}
