package dev.rapport.bench.dataset.prefeval;

import dev.rapport.conversation.Message;
import dev.rapport.conversation.Role;
import dev.rapport.conversation.Turn;
import dev.rapport.data.internal.JsonPlace;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** How a preference is revealed. */
enum Form {
  /** The person says it outright. */
  EXPLICIT("explicit_preference") {
    @Override
    List<Message> revealing(JsonPlace item) {
      return List.of(said(Role.USER, item.text("preference")));
    }

    @Override
    List<String> evidence(JsonPlace item) {
      return List.of(item.text("preference"));
    }
  },
  /** The person picks one of several things offered. */
  CHOICE("implicit_preference/choice-based") {
    @Override
    List<Message> revealing(JsonPlace item) {
      JsonPlace talk = item.child("conversation");
      return List.of(
          said(Role.USER, talk.text("query")),
          said(Role.ASSISTANT, talk.text("assistant_options")),
          said(Role.USER, talk.text("user_selection")),
          said(Role.ASSISTANT, talk.text("assistant_acknowledgment")));
    }

    @Override
    List<String> evidence(JsonPlace item) {
      return List.of(item.child("conversation").text("user_selection"));
    }
  },
  /** It shows, now and then, in what a made-up person talks about. */
  PERSONA("implicit_preference/persona-driven") {
    @Override
    List<Message> revealing(JsonPlace item) {
      JsonPlace talk = item.child("conversation");
      List<Message> messages = new ArrayList<>();
      for (String turn : talk.fields()) {
        messages.add(said(Role.USER, talk.child(turn).text("user")));
        messages.add(said(Role.ASSISTANT, talk.child(turn).text("assistant")));
      }
      return messages;
    }

    // Messages that hold the preference word by word; where none does, all of the person's.
    @Override
    List<String> evidence(JsonPlace item) {
      String words = Words.plain(item.text("preference"));
      List<String> all =
          revealing(item).stream()
              .filter(message -> message.role() == Role.USER)
              .map(Message::text)
              .toList();
      List<String> holding =
          all.stream().filter(text -> Words.plain(text).contains(words)).toList();
      return holding.isEmpty() ? all : holding;
    }
  };

  private static final String CONVERSATION = "conversation 1";

  private final String folder;

  Form(String folder) {
    this.folder = folder;
  }

  /** The messages that reveal the preference. */
  abstract List<Message> revealing(JsonPlace item);

  /** Those of them that an answer rests on. */
  abstract List<String> evidence(JsonPlace item);

  Path folder(Path root) {
    return root.resolve(folder);
  }

  String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Form named(String label) {
    return Arrays.stream(values())
        .filter(form -> form.label().equals(label))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "form \"%s\" of prefeval; it is one of %s"
                        .formatted(label, Arrays.stream(values()).map(Form::label).toList())));
  }

  private static Message said(Role role, String text) {
    return new Message(CONVERSATION, role, text, Turn.UNDATED);
  }
}
