package dev.rapport.work;

/**
 * Names a paid call for good.
 *
 * @param scope the person, by user id, or the run it belongs to; forgetting purges by it
 * @param step names the call within its work
 * @param hash of prompt, model and parameters: 64 hexadecimal digits
 */
public record CallKey(String scope, String step, String hash) {}
