package dev.rapport.data.build;

/** Names in the official layout. */
final class Layout {
  static final String BENCHMARK = "benchmark/text/benchmark.csv";
  static final String TWINS = "benchmark/text/twins.csv";
  static final String ABOUT = "dataset.json";
  static final String RAW = "data/raw_data/";

  /** Official names carry the time of the batch; ours must not depend on a clock. */
  private static final String STAMP = "250101_000000";

  private Layout() {}

  static String rawName(int number) {
    return "raw_data_%s_persona%d.json".formatted(STAMP, number);
  }

  static String history(int contextTokens, int number) {
    return "data/chat_history_%s/chat_history_%s_persona%d.json"
        .formatted(size(contextTokens), STAMP, number);
  }

  static String twinHistory(int contextTokens, int number, String item, int option) {
    return "data/chat_history_%s_twins/chat_history_%s_persona%d_%s_%d.json"
        .formatted(size(contextTokens), STAMP, number, item, option);
  }

  static String size(int contextTokens) {
    return contextTokens % 1000 == 0 ? contextTokens / 1000 + "k" : Integer.toString(contextTokens);
  }
}
