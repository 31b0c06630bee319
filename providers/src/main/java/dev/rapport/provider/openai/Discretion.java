package dev.rapport.provider.openai;

import dev.rapport.model.ChatMessage;
import dev.rapport.model.ChatRequest;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Makes a provider's message fit for an error: the key is struck out, and so is every word that the
 * request's messages hold, since providers echo them; only the words of such errors themselves are
 * let through.
 */
final class Discretion {
  private static final int MOST_CHARACTERS = 300;
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}\\p{N}]+");
  private static final Pattern KEY_LIKE =
      Pattern.compile("\\b(?:sk|key|gsk|hf|xai|pk)[-_][\\w*.-]+|\\S*\\*{3,}\\S*");

  private static final Set<String> ERROR_WORDS =
      Set.of(
          """
          a access account add again allowed already an and api are argument array as at available
          bad be been before being billing body but by can cannot capacity change chat check code
          completion completions connection content context could currently day details did do does
          due empty endpoint engine error exceed exceeded exceeds exist expected expired failed field
          for found free from function get greater had has have header hit however if in incorrect
          input integer internal invalid is it its json key large least length less limit load loaded
          loading long many max maximum may message messages method minimum minute missing model
          models more most must name need needs no not null number object of on only or organization
          out output overloaded param parameter parse per permission plan please processing prompt
          provide provided provider quota rate reached reason reduce request requested requests
          require required requires resource response resulted retry role schema see server service
          size small status stop stream string system that the this time timeout to token tokens too
          total try type unable unavailable unexpected unknown unsupported url usage use user valid
          value was while will with within wrong you your
          """
              .strip()
              .split("\\s+"));

  private final String key;
  private final String prompt;

  private Discretion(String key, String prompt) {
    this.key = key;
    this.prompt = prompt;
  }

  static Discretion about(ApiKey key, ChatRequest request) {
    String prompt =
        request.messages().stream().map(ChatMessage::content).collect(Collectors.joining("\n"));
    return new Discretion(key.reveal(), prompt.toLowerCase(Locale.ROOT));
  }

  String clean(String message) {
    String text = message.strip().replaceAll("\\s+", " ");
    text = KEY_LIKE.matcher(key.isEmpty() ? text : text.replace(key, "***")).replaceAll("***");
    text = WORD.matcher(text).replaceAll(word -> isTheirs(word.group()) ? "…" : word.group());
    text = text.replaceAll("…(?:[^\\p{L}\\p{N}…]*…)+", "…");
    return text.length() <= MOST_CHARACTERS ? text : text.substring(0, MOST_CHARACTERS) + "…";
  }

  private boolean isTheirs(String word) {
    String lower = word.toLowerCase(Locale.ROOT);
    return !ERROR_WORDS.contains(lower) && prompt.contains(lower);
  }
}
