package dev.rapport.server.rest;

/** What a caller must be for a route. */
enum Need {
  /** May touch the person in the path. */
  PERSON,
  /** Speaks for a whole tenant. */
  TENANT,
  /** Anybody who is let in. */
  CALLER
}
