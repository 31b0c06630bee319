package dev.rapport.architecture.bad.langchain4j;

import com.fasterxml.jackson.databind.ObjectMapper;

/** An adapter that brings more than it adapts. */
public final class SeesJson {
  public final Class<?> library = ObjectMapper.class;
}
