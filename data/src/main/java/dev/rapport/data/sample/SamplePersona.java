package dev.rapport.data.sample;

import java.util.List;
import java.util.NoSuchElementException;

/**
 * One made-up person with everything the data set knows of them.
 *
 * @param sessions in time order
 * @param twins empty for personas that have none
 */
public record SamplePersona(
    String id,
    String shortPersona,
    Profile profile,
    List<Session> sessions,
    List<Preference> preferences,
    List<Question> questions,
    List<Twin> twins) {
  public SamplePersona {
    sessions = List.copyOf(sessions);
    preferences = List.copyOf(preferences);
    questions = List.copyOf(questions);
    twins = List.copyOf(twins);
  }

  public Preference preference(String preferenceId) {
    return preferences.stream()
        .filter(preference -> preference.id().equals(preferenceId))
        .findFirst()
        .orElseThrow(() -> unknown("preference", preferenceId));
  }

  public Question question(String questionId) {
    return questions.stream()
        .filter(question -> question.id().equals(questionId))
        .findFirst()
        .orElseThrow(() -> unknown("question", questionId));
  }

  /** The twins of one question: three, one per wrong option, or none. */
  public List<Twin> twinsOf(String questionId) {
    return twins.stream().filter(twin -> twin.question().equals(questionId)).toList();
  }

  private NoSuchElementException unknown(String what, String name) {
    return new NoSuchElementException(
        "persona %s has no %s \"%s\"; take one of its own".formatted(id, what, name));
  }
}
