package dev.rapport.store;

import java.sql.SQLException;

/**
 * Says in words what PostgreSQL's states mean for whoever runs the service.
 *
 * @param url of the database, without a password
 */
record PostgresFaults(String url) {
  private static final int CLASS = 2;

  StoreException explain(String doing, SQLException e) {
    return new StoreException("Could not %s in the store %s: %s".formatted(doing, url, mend(e)), e);
  }

  private static String mend(SQLException e) {
    String state = String.valueOf(e.getSQLState());
    return switch (state.length() < CLASS ? "" : state.substring(0, CLASS)) {
      case "08" -> "the server cannot be reached. Check its address and that it runs.";
      case "28" -> "it does not accept the user or the password.";
      case "3D" -> "there is no such database. Make it with \"createdb\".";
      case "40" -> "others were in the way each time. Try again.";
      case "42" -> "the user may not do that, or the tables are not ours (%s).".formatted(state);
      case "53" -> "the server is out of disk, memory or connections (%s).".formatted(state);
      case "57" -> "the server is being shut down or has cancelled it (%s).".formatted(state);
      default -> "%s (%s)".formatted(e.getClass().getSimpleName(), state);
    };
  }
}
