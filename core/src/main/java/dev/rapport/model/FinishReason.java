package dev.rapport.model;

/** Why a reply ended. */
public enum FinishReason {
  STOP,
  /** The token limit was reached: the reply is cut. */
  LENGTH,
  FILTERED,
  TOOL_CALLS,
  UNKNOWN
}
