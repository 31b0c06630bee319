package dev.rapport.server.problem;

/**
 * A request that cannot be answered as asked. The texts are for whoever called; they never hold
 * what a person said.
 */
public final class Problem extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int status;
  private final String title;
  private final String mend;
  private final long retrySeconds;

  private Problem(int status, String title, String detail, String mend, long retrySeconds) {
    super(detail);
    this.status = status;
    this.title = title;
    this.mend = mend;
    this.retrySeconds = retrySeconds;
  }

  /**
   * @param detail what is wrong with this request, naming the value and the place
   * @param mend what to do about it
   */
  public static Problem of(int status, String title, String detail, String mend) {
    return new Problem(status, title, detail, mend, 0);
  }

  /** The same, saying when to try again. */
  public Problem retryAfter(long seconds) {
    return new Problem(status, title, detail(), mend, seconds);
  }

  public static Problem badRequest(String detail, String mend) {
    return new Problem(400, "Bad request", detail, mend, 0);
  }

  public static Problem unauthorized(String detail) {
    return new Problem(
        401,
        "Who are you?",
        detail,
        "Send \"Authorization: Bearer KEY\"; \"rapport keys create\" makes keys.",
        0);
  }

  public static Problem forbidden(String detail, String mend) {
    return new Problem(403, "Not allowed", detail, mend, 0);
  }

  public static Problem notFound(String detail, String mend) {
    return new Problem(404, "Not found", detail, mend, 0);
  }

  public static Problem conflict(String detail, String mend) {
    return new Problem(409, "Conflict", detail, mend, 0);
  }

  public int status() {
    return status;
  }

  public String title() {
    return title;
  }

  public String detail() {
    String message = getMessage();
    return message == null ? "" : message;
  }

  public String mend() {
    return mend;
  }

  /** When to try again; 0 where it would not help. */
  public long retrySeconds() {
    return retrySeconds;
  }
}
