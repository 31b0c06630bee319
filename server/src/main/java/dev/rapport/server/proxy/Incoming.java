package dev.rapport.server.proxy;

import io.javalin.http.Context;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;

/**
 * A request's body: all of it, or so much as was read before it proved too long to look into.
 *
 * @param head what was read
 * @param rest behind it; empty when the head is all
 * @param length as the client declares it; -1 if it does not
 */
@SuppressWarnings("ArrayRecordComponent")
record Incoming(byte[] head, boolean whole, InputStream rest, long length) {
  static Incoming read(Context request, int mostBytes) throws IOException {
    InputStream in = request.req().getInputStream();
    byte[] head = in.readNBytes(mostBytes);
    int next = head.length < mostBytes ? -1 : in.read();
    if (next < 0) {
      return new Incoming(head, true, InputStream.nullInputStream(), head.length);
    }
    InputStream rest =
        new SequenceInputStream(new ByteArrayInputStream(new byte[] {(byte) next}), in);
    return new Incoming(head, false, rest, request.req().getContentLengthLong());
  }

  /** The body as it came. */
  BodyPublisher publisher() {
    if (whole) {
      return head.length == 0 ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(head);
    }
    InputStream all = new SequenceInputStream(new ByteArrayInputStream(head), rest);
    BodyPublisher streamed = BodyPublishers.ofInputStream(() -> all);
    return length < 0 ? streamed : BodyPublishers.fromPublisher(streamed, length);
  }
}
