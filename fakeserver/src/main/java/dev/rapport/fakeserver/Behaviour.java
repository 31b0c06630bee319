package dev.rapport.fakeserver;

import java.util.List;
import java.util.Map;

/** How the server treats one chat request: it answers, or it misbehaves. */
public sealed interface Behaviour {
  /** A well-formed answer, as JSON or as a stream, whichever was asked for. */
  record Say(Answer answer) implements Behaviour {}

  /** An error in the provider's JSON, with headers of its own. */
  record Refuse(int status, String message, String type, String code, Map<String, String> headers)
      implements Behaviour {
    public Refuse {
      headers = Map.copyOf(headers);
    }
  }

  /** These bytes and nothing else, with a content length. */
  record Verbatim(int status, String contentType, String body) implements Behaviour {}

  /** These packets, each flushed on its own, as one chunked body. */
  record Packets(String contentType, List<byte[]> packets) implements Behaviour {
    public Packets {
      packets = List.copyOf(packets);
    }
  }

  /** The first pieces of a streamed answer, and then a bad ending. */
  record HalfStream(Answer answer, int pieces, Ending ending) implements Behaviour {}

  /** The connection is reset before a byte of the reply. */
  record Reset() implements Behaviour {}

  /** Not a byte, until the client leaves. */
  record Hang() implements Behaviour {}

  /** The piece again and again, until the client leaves. */
  record Endless(String piece) implements Behaviour {}

  /** How a broken stream ends. */
  enum Ending {
    /** Closed without the last chunk. */
    CLOSE,
    RESET,
    /** Open and silent. */
    SILENCE
  }
}
