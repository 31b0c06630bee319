package dev.rapport.provider.openai;

import dev.rapport.model.ModelException;
import dev.rapport.model.Usage;
import java.io.ByteArrayOutputStream;

/** The body beside an error status: worth a look, but the status stands without it. */
final class ErrorBody {
  private static final int MOST_BYTES = 64 * 1024;

  private ErrorBody() {}

  /** As much of it as comes without trouble. */
  static byte[] read(Exchange exchange) {
    var body = new ByteArrayOutputStream();
    try {
      byte[] bytes = exchange.next(Usage.UNREPORTED);
      while (bytes.length > 0 && body.size() < MOST_BYTES) {
        body.writeBytes(bytes);
        bytes = exchange.next(Usage.UNREPORTED);
      }
    } catch (ModelException e) {
      if (e.kind() == ModelException.Kind.CANCELLED) {
        throw e;
      }
    }
    return body.toByteArray();
  }
}
