package dev.rapport.architecture.bad.store;

/** Stands for a store. */
public final class Shelf {}
