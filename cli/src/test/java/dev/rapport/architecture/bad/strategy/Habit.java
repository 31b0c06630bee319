package dev.rapport.architecture.bad.strategy;

/** Stands for a strategy. */
public final class Habit {}
