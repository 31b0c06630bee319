package dev.rapport.bench.dataset.locomo;

import dev.rapport.conversation.Message;
import dev.rapport.conversation.Role;
import dev.rapport.data.internal.JsonPlace;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What two people said in their sessions, by dialogue id ({@code D1:3}). */
final class Talk {
  private static final DateTimeFormatter FORM =
      new DateTimeFormatterBuilder()
          .parseCaseInsensitive()
          .appendPattern("h:mm a 'on' d MMMM, uuuu")
          .toFormatter(Locale.ENGLISH);

  private Talk() {}

  static Map<String, Message> read(JsonPlace conversation) {
    Map<String, Message> said = new LinkedHashMap<>();
    for (int session : sessions(conversation)) {
      String field = "session_" + session;
      Instant at = time(conversation, field + "_date_time");
      for (JsonPlace turn : conversation.list(field)) {
        Message message = new Message("session " + session, Role.USER, text(turn), at);
        if (said.putIfAbsent(turn.text("dia_id"), message) != null) {
          throw turn.fault(
              "dia_id \"%s\" is there twice".formatted(turn.text("dia_id")), "Give each its own.");
        }
      }
    }
    return said;
  }

  /** Numbers of the sessions that were held; dates without a session are passed over. */
  private static List<Integer> sessions(JsonPlace conversation) {
    List<Integer> numbers = new ArrayList<>();
    for (String field : conversation.fields()) {
      if (field.matches("session_[0-9]{1,4}")) {
        numbers.add(Integer.parseInt(field.substring("session_".length())));
      }
    }
    numbers.sort(null);
    return numbers;
  }

  private static Instant time(JsonPlace conversation, String field) {
    String text = conversation.text(field).strip().replaceAll("\\s+", " ");
    try {
      return LocalDateTime.parse(text, FORM).toInstant(ZoneOffset.UTC);
    } catch (DateTimeException e) {
      throw conversation
          .child(field)
          .fault("is \"%s\"".formatted(text), "Write it as 1:56 pm on 8 May, 2023.");
    }
  }

  private static String text(JsonPlace turn) {
    String photo =
        turn.lacks("blip_caption") || turn.scalar("blip_caption").isBlank()
            ? ""
            : " [shares a photo: %s]".formatted(turn.scalar("blip_caption").strip());
    String words = turn.lacks("text") ? "" : turn.scalar("text").strip();
    return "%s: %s%s".formatted(turn.text("speaker"), words, photo).stripTrailing();
  }
}
