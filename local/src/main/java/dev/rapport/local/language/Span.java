package dev.rapport.local.language;

/** A stretch of a turn, all of it in one zone. */
record Span(int start, int end, Zone zone) {}
