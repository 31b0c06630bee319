package dev.rapport.server.auth;

/** Whether callers must show a key. */
public enum AuthMode {
  /** Nobody must; for this machine alone. */
  NONE,
  /** Everybody must. */
  KEYS
}
