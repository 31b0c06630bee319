package dev.rapport.server.mcp;

import dev.rapport.person.UserId;
import dev.rapport.runtime.People;

/**
 * Whom a call is about.
 *
 * @param people among whom they are
 */
public record Subject(People people, UserId user) {}
