package dev.rapport.data.sample;

/** Whose preference it is. */
public enum PreferenceOwner {
  SELF,
  OTHERS
}
