package dev.rapport.local.embed;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.function.ObjIntConsumer;

/** Walks over the fields of a protobuf message without a schema. */
final class ProtoFields {
  private static final int VARINT = 0;
  private static final int FIXED_64 = 1;
  private static final int WITH_LENGTH = 2;
  private static final int FIXED_32 = 5;

  private ProtoFields() {}

  /**
   * Shows the fields that have a length (text, bytes, messages, packed numbers), each with its
   * number, as views of the message; passes over the others.
   *
   * @throws RuntimeException if a field leads beyond the message or is of no known sort
   */
  static void each(ByteBuffer message, ObjIntConsumer<ByteBuffer> field) {
    ByteBuffer rest = message.duplicate();
    while (rest.hasRemaining()) {
      int tag = (int) varint(rest);
      switch (tag & 7) {
        case VARINT -> varint(rest);
        case FIXED_64 -> rest.position(rest.position() + Long.BYTES);
        case FIXED_32 -> rest.position(rest.position() + Integer.BYTES);
        case WITH_LENGTH -> {
          int length = Math.toIntExact(varint(rest));
          field.accept(
              rest.slice(rest.position(), length).order(ByteOrder.LITTLE_ENDIAN), tag >>> 3);
          rest.position(rest.position() + length);
        }
        default ->
            throw new IllegalArgumentException(
                "a field of sort %d at byte %d".formatted(tag & 7, rest.position()));
      }
    }
  }

  private static long varint(ByteBuffer from) {
    long value = 0;
    for (int shift = 0; shift < Long.SIZE; shift += 7) {
      byte next = from.get();
      value |= (long) (next & 0x7f) << shift;
      if (next >= 0) {
        return value;
      }
    }
    throw new IllegalArgumentException("a number without an end");
  }
}
