package dev.rapport.architecture.bad.runtime;

import com.sun.net.httpserver.HttpServer;

/** An outer module that goes past the one that owns a library. */
public final class SeesHttp {
  public final Class<?> library = HttpServer.class;
}
