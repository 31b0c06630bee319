package dev.rapport.local.answer;

/**
 * One line of a page, seen as evidence.
 *
 * @param length of its text, in characters
 * @param recency 0 for the page's oldest line to 1 for its newest; a half when there is only one
 */
record Told(TextView view, int length, double recency) {}
