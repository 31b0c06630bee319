package dev.rapport.model;

/** What a model is used for; each role is bound to a model of its own. */
public enum ModelRole {
  WRITE,
  ANSWER,
  JUDGE,
  GENERATE,
  FILTER
}
