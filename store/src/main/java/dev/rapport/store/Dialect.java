package dev.rapport.store;

/** What the two databases say differently. All other statements are the same text for both. */
enum Dialect {
  /** A transaction that writes holds the only lock there is. */
  SQLITE("", ""),
  POSTGRES(" FOR UPDATE", "LOCK TABLE setting IN EXCLUSIVE MODE");

  private final String rowLock;
  private final String settingsLock;

  Dialect(String rowLock, String settingsLock) {
    this.rowLock = rowLock;
    this.settingsLock = settingsLock;
  }

  /** Behind a SELECT: holds the rows found until the transaction ends. */
  String forUpdate() {
    return rowLock;
  }

  /** Holds the settings until the transaction ends; empty when that is so already. */
  String holdSettings() {
    return settingsLock;
  }
}
