package dev.rapport.page;

/** Whose taste or fact a line tells: the person's own, or somebody else's they spoke of. */
public sealed interface Owner {
  /** The person the page is about. */
  record Self() implements Owner {}

  /**
   * Somebody else; an answer must not be suited to them.
   *
   * @param who as the person names them, "daughter" or "Kate" for instance
   */
  record Other(String who) implements Owner {
    public Other {
      if (who.isBlank()) {
        throw new IllegalArgumentException("owner has no name; say who, or \"someone\"");
      }
    }
  }

  static Owner self() {
    return new Self();
  }

  static Owner other(String who) {
    return new Other(who);
  }

  default boolean isSelf() {
    return this instanceof Self;
  }
}
