package dev.rapport.store;

import java.sql.SQLException;

/** Says in words what SQLite's result codes mean for the person at the keyboard. */
record SqliteFaults(String file) {
  private static final int PRIMARY_CODE = 0xff;

  StoreException explain(String doing, SQLException e) {
    return new StoreException(
        "Could not %s in the store %s: %s".formatted(doing, file, mend(e)), e);
  }

  private static String mend(SQLException e) {
    return switch (e.getErrorCode() & PRIMARY_CODE) {
      case 5, 6 -> "another process has been writing to it for too long. Wait for it or stop it.";
      case 8, 3 -> "it may not be written to. Change the owner or the permissions of the file.";
      case 10 -> "the disk reports an error (%s).".formatted(e.getMessage());
      case 11 -> "the file is damaged. Restore it from a copy or from an export.";
      case 13 -> "the disk is full. Nothing of what was stored is lost; free space and try again.";
      case 14 -> "the file cannot be opened. Check that its folder exists and is yours.";
      case 26 -> "the file is not an SQLite database. Choose another with --store.";
      default -> String.valueOf(e.getMessage());
    };
  }
}
