package dev.rapport.server;

import dev.rapport.runtime.People;
import dev.rapport.runtime.Rapport;
import dev.rapport.server.auth.Access;
import dev.rapport.server.auth.Caller;

/** What every part of a server works with. */
public record Hosted(Rapport rapport, Access access, ServerConfig config) {
  /** The people a caller may touch, if {@link Access#require} says so of each. */
  public People people(Caller caller) {
    return rapport.people(caller.tenant());
  }
}
