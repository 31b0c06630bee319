package dev.rapport.cli;

import dev.rapport.model.ChatMessage;
import dev.rapport.train.verl.VerlPrompt;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds where the page stands in a prompt that was made without one, and leaves a place there. */
final class PageHole {
  /** What people say cannot look like this: no line in a fence begins like a mark. */
  private static final Pattern PAGE =
      Pattern.compile(
          "=== data: (page|notes) (\\p{XDigit}{16})\n(.*?)\n=== end: \\1 \\2", Pattern.DOTALL);

  private PageHole() {}

  /**
   * @param prompt as it is before anything is known
   */
  static VerlPrompt in(List<ChatMessage> prompt) {
    String label = "";
    String blank = "";
    List<VerlPrompt.Message> messages = new ArrayList<>();
    for (ChatMessage message : prompt) {
      String role = message.role().name().toLowerCase(Locale.ROOT);
      String text = message.content();
      Matcher page = PAGE.matcher(text);
      if (label.isEmpty() && page.find()) {
        label = page.group(1);
        blank = page.group(3);
        String before = text.substring(0, page.start());
        messages.add(new VerlPrompt.Message(role, List.of(before, text.substring(page.end()))));
      } else {
        messages.add(new VerlPrompt.Message(role, List.of(text)));
      }
    }
    return new VerlPrompt(label, blank, messages);
  }
}
