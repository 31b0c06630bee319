package dev.rapport.model;

/**
 * Tokens of one call as the provider counts them.
 *
 * @param input tokens sent
 * @param output tokens received, thinking included
 * @param cachedInput those of {@code input} the provider took from its cache
 * @param reported false when the provider said nothing and the numbers are 0
 */
public record Usage(long input, long output, long cachedInput, boolean reported) {
  public static final Usage UNREPORTED = new Usage(0, 0, 0, false);

  public static Usage of(long input, long output) {
    return new Usage(input, output, 0, true);
  }

  public Usage plus(Usage other) {
    return new Usage(
        input + other.input,
        output + other.output,
        cachedInput + other.cachedInput,
        reported && other.reported);
  }
}
