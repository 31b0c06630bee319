package dev.rapport.privacy;

/**
 * A word or phrase in a text that names private data.
 *
 * @param start offset of its first character
 * @param end offset after its last
 */
record LabelHit(Label label, int start, int end) {}
