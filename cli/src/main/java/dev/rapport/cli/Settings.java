package dev.rapport.cli;

import java.util.Map;

/**
 * What the flags, the environment and rapport.yaml say together: flags first, then {@code
 * RAPPORT_*}, then the file, then the defaults.
 *
 * @param store a SQLite file or a PostgreSQL server
 * @param model the model that writes: {@code none} or an address
 * @param answerModel the model that answers
 * @param user default user; may be empty
 * @param writing how a model writes: {@code rewrite} or {@code patch}
 * @param tokenizer the page's cap is counted with it
 * @param capTokens most tokens of a page
 * @param chunkTokens most tokens of conversation folded in at a time
 * @param prices US dollars per million tokens by model: "input/output" or "input/cached/output"
 * @param privacy what becomes of private data, by kind
 * @param environment for credentials, which are never kept in the file
 */
record Settings(
    StorePlace store,
    String model,
    String answerModel,
    String user,
    String writing,
    String tokenizer,
    int capTokens,
    int chunkTokens,
    Map<String, String> prices,
    Map<String, String> privacy,
    Map<String, String> environment) {
  Settings {
    prices = Map.copyOf(prices);
    privacy = Map.copyOf(privacy);
    environment = Map.copyOf(environment);
  }
}
