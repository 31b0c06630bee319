package dev.rapport.cli;

/** The JDK that training needs; nothing of it may be loaded before this was asked. */
final class TrainJdk {
  private static final int OLDEST = 25;

  private TrainJdk() {}

  /**
   * @throws FailedException on an older one, or without the module the engine computes with
   */
  static void require() {
    require("training");
  }

  /**
   * @param what needs it
   */
  static void require(String what) {
    int version = Runtime.version().feature();
    if (version < OLDEST) {
      throw new FailedException(
          "%s needs a JDK %d or newer, this is %d. Name one: RAPPORT_JAVA_HOME=/path/to/jdk ./rapport ..."
              .formatted(what, OLDEST, version));
    }
    if (ModuleLayer.boot().findModule("jdk.incubator.vector").isEmpty()) {
      throw new FailedException(
          "%s needs the module jdk.incubator.vector. Set RAPPORT_JAVA_OPTS='--add-modules jdk.incubator.vector', or start java with that option."
              .formatted(what));
    }
  }
}
