package dev.rapport.scheduler;

import java.nio.file.Path;

/** The engine that is the default, on its SQLite file. */
final class EmbeddedConformanceIT extends EngineConformance {
  @Override
  protected String emptyStore(Path folder) {
    return folder.resolve("rapport.db").toString();
  }

  @Override
  protected int processes() {
    return 1;
  }
}
