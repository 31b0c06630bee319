package dev.rapport.architecture.bad.unmarked;

/** Where null is not spoken of. */
public final class InNoMarkedPackage {}
