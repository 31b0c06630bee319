package dev.rapport.bench.dataset;

/**
 * Which part of a data set is wanted. A data set reads the fields that mean something to it and
 * lets the others be.
 *
 * @param size of the histories: {@code 32k}, {@code 128k}, {@code s}, ...; empty for the smallest
 *     that the folder has
 * @param modality {@code text} or {@code multimodal}: which files; of a message with images the
 *     text is used either way
 * @param split {@code benchmark}, {@code train} or {@code val}
 * @param form how PrefEval reveals a preference: {@code explicit}, {@code choice} or {@code
 *     persona}
 * @param fillerTurns PrefEval's unrelated turns (a message and its reply) between the preference
 *     and the question, 0 or more
 * @param personaInContext whether the gold persona that the published files put at the head of a
 *     history stays there; only to reproduce published set-ups
 * @param seed which fillers PrefEval shows whom; 0 for the published order, the same for everybody
 */
public record DatasetOptions(
    String size,
    String modality,
    String split,
    String form,
    int fillerTurns,
    boolean personaInContext,
    long seed) {
  /** Smallest size, text, benchmark, explicit, ten filler turns as published, no persona. */
  public static final DatasetOptions DEFAULT =
      new DatasetOptions("", "text", "benchmark", "explicit", 10, false, 0);

  public DatasetOptions {
    if (fillerTurns < 0) {
      throw new IllegalArgumentException("%d filler turns; give 0 or more".formatted(fillerTurns));
    }
  }

  public DatasetOptions withSize(String other) {
    return new DatasetOptions(other, modality, split, form, fillerTurns, personaInContext, seed);
  }

  public DatasetOptions withModality(String other) {
    return new DatasetOptions(size, other, split, form, fillerTurns, personaInContext, seed);
  }

  public DatasetOptions withSplit(String other) {
    return new DatasetOptions(size, modality, other, form, fillerTurns, personaInContext, seed);
  }

  public DatasetOptions withForm(String other) {
    return new DatasetOptions(size, modality, split, other, fillerTurns, personaInContext, seed);
  }

  public DatasetOptions withFillerTurns(int other) {
    return new DatasetOptions(size, modality, split, form, other, personaInContext, seed);
  }

  public DatasetOptions withPersonaInContext(boolean other) {
    return new DatasetOptions(size, modality, split, form, fillerTurns, other, seed);
  }

  public DatasetOptions withSeed(long other) {
    return new DatasetOptions(size, modality, split, form, fillerTurns, personaInContext, other);
  }
}
