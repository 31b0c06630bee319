package dev.rapport.architecture.bad.page;

/** Open to all. */
public class CanBeExtended {}
