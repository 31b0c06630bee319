package dev.rapport.page;

/** Who wrote a line or asks for an edit. A person's line is never changed by a model. */
public enum Author {
  USER,
  MODEL
}
