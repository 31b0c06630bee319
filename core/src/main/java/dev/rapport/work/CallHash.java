package dev.rapport.work;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.rapport.model.ChatMessage;
import dev.rapport.model.ChatRequest;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * SHA-256 of everything that shapes a reply: model, messages, parameters. The same in every JVM:
 * each field is hashed with its length, the keys of maps in order of their characters.
 */
final class CallHash {
  private static final String ALGORITHM = "SHA-256";
  private static final String VERSION = "rapport call 1";

  private final MessageDigest digest;

  private CallHash(MessageDigest digest) {
    this.digest = digest;
  }

  /** 64 hexadecimal digits. */
  static String of(String model, ChatRequest request) {
    CallHash hash = new CallHash(sha256());
    hash.put(VERSION);
    hash.put(model);
    hash.put(request.messages().size());
    for (ChatMessage message : request.messages()) {
      hash.put(message.role().name());
      hash.put(message.content());
    }
    hash.put(request.maxTokens());
    hash.put(Double.doubleToLongBits(request.temperature()));
    hash.put(request.seed());
    hash.putValue(request.stop());
    hash.put(request.jsonSchema());
    hash.putValue(request.extra());
    return HexFormat.of().formatHex(hash.digest.digest());
  }

  private void putValue(Object value) {
    switch (value) {
      case Map<?, ?> map -> {
        Map<String, Object> sorted = new TreeMap<>();
        map.forEach((key, each) -> sorted.put(String.valueOf(key), each));
        put("map");
        put(sorted.size());
        sorted.forEach(
            (key, each) -> {
              put(key);
              putValue(each);
            });
      }
      case List<?> list -> {
        put("list");
        put(list.size());
        list.forEach(this::putValue);
      }
      case String text -> {
        put("text");
        put(text);
      }
      case Number number -> {
        put("number");
        put(number.toString());
      }
      case Boolean truth -> put(truth ? "true" : "false");
      default ->
          throw new IllegalArgumentException(
              "extra field holds a %s; use texts, numbers, booleans, lists and maps"
                  .formatted(value.getClass().getName()));
    }
  }

  private void put(String text) {
    byte[] bytes = text.getBytes(UTF_8);
    put(bytes.length);
    digest.update(bytes);
  }

  private void put(long number) {
    digest.update(ByteBuffer.allocate(Long.BYTES).putLong(number).flip());
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance(ALGORITHM);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(
          "every Java runtime has " + ALGORITHM + "; this one fails", e);
    }
  }
}
