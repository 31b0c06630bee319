package dev.rapport.architecture.bad.page;

import java.util.logging.Logger;

/** Core that logs. */
public final class Logs {
  public final Logger logger = Logger.getAnonymousLogger();
}
