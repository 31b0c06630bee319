package dev.rapport.local.write;

import dev.rapport.local.language.Sentence;
import dev.rapport.local.language.TurnText;
import dev.rapport.local.language.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What a person asks to be forgotten, and what it met.
 *
 * @param topic what the request names, without the words that make it a request
 * @param before what the person and the chatbot said last before it; may be blank
 * @param answer the sentences of the chatbot's last answer; may be empty
 */
record ForgetRequest(String topic, String before, List<String> answer) {
  private static final Set<String> EMPTY = Set.copyOf(Resources.lines("empty-words.txt"));
  private static final int MOST_TOPIC_WORDS = 12;
  private static final int MOST_SENTENCES = 12;

  /** "Delete it": what is meant stands in the sentence before. */
  private static final Pattern POINTS_BACK =
      Pattern.compile("(?iu)^\\W*\\w+\\s+(it|this|that|them)\\b");

  static ForgetRequest of(TurnText turn, List<Sentence> asking, String person, String answer) {
    List<Sentence> named = new ArrayList<>(asking);
    int first = turn.sentences().indexOf(asking.getFirst());
    if (first > 0 && POINTS_BACK.matcher(asking.getFirst().text()).find()) {
      named.add(0, turn.sentences().get(first - 1));
    }
    List<String> sentences =
        TurnText.of(answer).sentences().stream().map(Sentence::text).limit(MOST_SENTENCES).toList();
    return new ForgetRequest(topic(named), person + '\n' + answer, sentences);
  }

  private static String topic(List<Sentence> named) {
    return named.stream()
        .map(sentence -> ForgetCue.without(sentence.text()))
        .flatMap(text -> Words.of(text).stream())
        .filter(word -> word.length() > 2 && !EMPTY.contains(word))
        .distinct()
        .limit(MOST_TOPIC_WORDS)
        .collect(Collectors.joining(" "));
  }
}
