package dev.rapport.local.answer;

/**
 * Something that a person will not have.
 *
 * @param thing in the person's words, "nuts" for instance
 * @param always false where a time or circumstance limits it, as in "no coffee after noon"
 */
record Refusal(String thing, boolean always) {}
