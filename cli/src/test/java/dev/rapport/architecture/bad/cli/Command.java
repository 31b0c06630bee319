package dev.rapport.architecture.bad.cli;

/** Stands for a command. */
public final class Command {}
