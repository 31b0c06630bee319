package dev.rapport.fakeserver;

/** The request breaks the protocol; carries what the real server would say. */
final class ProtocolException extends Exception {
  private static final long serialVersionUID = 1L;

  private final int status;
  private final String code;

  ProtocolException(int status, String code, String message) {
    super(message);
    this.status = status;
    this.code = code;
  }

  static ProtocolException bad(String message) {
    return new ProtocolException(400, "", message);
  }

  int status() {
    return status;
  }

  String code() {
    return code;
  }

  String text() {
    return String.valueOf(getMessage());
  }
}
