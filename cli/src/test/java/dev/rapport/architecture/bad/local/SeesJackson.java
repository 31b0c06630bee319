package dev.rapport.architecture.bad.local;

import com.fasterxml.jackson.databind.ObjectMapper;

/** A module that sees a library of others. */
public final class SeesJackson {
  public final ObjectMapper mapper = new ObjectMapper();
}
