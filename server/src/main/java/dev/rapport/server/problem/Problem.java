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

  private Problem(int status, String title, String detail, String mend) {
    super(detail);
    this.status = status;
    this.title = title;
    this.mend = mend;
  }

  /**
   * @param detail what is wrong with this request, naming the value and the place
   * @param mend what to do about it
   */
  public static Problem of(int status, String title, String detail, String mend) {
    return new Problem(status, title, detail, mend);
  }

  public static Problem badRequest(String detail, String mend) {
    return new Problem(400, "Bad request", detail, mend);
  }

  public static Problem unauthorized(String detail) {
    return new Problem(
        401,
        "Who are you?",
        detail,
        "Send \"Authorization: Bearer KEY\"; \"rapport keys create\" makes keys.");
  }

  public static Problem forbidden(String detail, String mend) {
    return new Problem(403, "Not allowed", detail, mend);
  }

  public static Problem notFound(String detail, String mend) {
    return new Problem(404, "Not found", detail, mend);
  }

  public static Problem conflict(String detail, String mend) {
    return new Problem(409, "Conflict", detail, mend);
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
}
