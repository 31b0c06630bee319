package dev.rapport.fakeserver;

import java.time.Duration;

/**
 * How server-sent events are laid on the wire; every form is within the standard.
 *
 * @param lineEnd "\n", "\r\n" or "\r"
 * @param comments whether comment lines stand between events
 * @param severalDataLines whether one event's data is spread over several lines
 * @param packetBytes most bytes per packet, so that characters are cut; 0 for one event per packet
 * @param between wait before each event
 */
public record SseForm(
    String lineEnd, boolean comments, boolean severalDataLines, int packetBytes, Duration between) {
  public static final SseForm PLAIN = new SseForm("\n", false, false, 0, Duration.ZERO);

  public SseForm withLineEnd(String value) {
    return new SseForm(value, comments, severalDataLines, packetBytes, between);
  }

  public SseForm withComments() {
    return new SseForm(lineEnd, true, severalDataLines, packetBytes, between);
  }

  public SseForm withSeveralDataLines() {
    return new SseForm(lineEnd, comments, true, packetBytes, between);
  }

  public SseForm withPacketBytes(int value) {
    return new SseForm(lineEnd, comments, severalDataLines, value, between);
  }

  public SseForm withBetween(Duration value) {
    return new SseForm(lineEnd, comments, severalDataLines, packetBytes, value);
  }

  /** One event as text; its data is JSON, where a line may end after any comma outside strings. */
  String event(String data, String spread) {
    String body = severalDataLines ? spread : data;
    String comment = comments ? ": still here" + lineEnd + lineEnd : "";
    return comment + "data: " + body.replace("\n", lineEnd + "data: ") + lineEnd + lineEnd;
  }
}
