package dev.rapport.bench.run;

/** Published set-ups that differ from ours, so that their difference can be measured. */
public enum Variant {
  /** Pages written once per history, blind to the questions; no persona shown. */
  BLIND,
  /** A page written anew for every question, with the question in sight, as the reference does. */
  QUERY_AWARE,
  /** The gold persona stands at the head of the history, as in the published files. */
  PERSONA_IN_CONTEXT
}
