package dev.rapport.architecture.bad.tokens;

/** Stands for a counter of tokens. */
public final class Counter {}
