package dev.rapport.architecture.bad.common;

/** In a package that says nothing. */
public final class Anything {}
