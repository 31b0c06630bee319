package dev.rapport.cli;

/** The JDK that training needs; nothing of it may be loaded before this was asked. */
final class TrainJdk {
  private static final int OLDEST = 25;

  private TrainJdk() {}

  /**
   * @throws FailedException on an older one, or without the module the engine computes with
   */
  static void require() {
    int version = Runtime.version().feature();
    if (version < OLDEST) {
      throw new FailedException(
          "training needs a JDK %d or newer, this is %d. Name one: RAPPORT_JAVA_HOME=/path/to/jdk ./rapport train ..."
              .formatted(OLDEST, version));
    }
    if (ModuleLayer.boot().findModule("jdk.incubator.vector").isEmpty()) {
      throw new FailedException(
          "training needs the module jdk.incubator.vector. Start with ./rapport, or with java"
              + " --add-modules jdk.incubator.vector.");
    }
  }
}
