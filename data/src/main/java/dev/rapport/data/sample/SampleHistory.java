package dev.rapport.data.sample;

import dev.rapport.conversation.Conversation;
import dev.rapport.conversation.Message;
import dev.rapport.person.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * What a chatbot would have seen of a persona: conversations in time order, and nothing else of the
 * data set. Profile, preferences, scenarios, topics and questions cannot be had from the result.
 *
 * <p>The data set has no dates; sessions are put a week apart from a fixed day on, so that the same
 * persona gives the same history.
 */
public final class SampleHistory {
  private static final Instant FIRST_DAY = Instant.parse("2025-01-06T18:00:00Z");
  private static final Duration BETWEEN_SESSIONS = Duration.ofDays(7);
  private static final Duration BETWEEN_MESSAGES = Duration.ofMinutes(1);

  private SampleHistory() {}

  /** The conversations of a persona; each is named by its session's id. */
  public static List<Conversation> of(SamplePersona persona) {
    return history(persona, persona.sessions());
  }

  /** The same history, but for the session that reveals the preference of the twin's question. */
  public static List<Conversation> of(SamplePersona persona, Twin twin) {
    Question question = persona.question(twin.question());
    String replaced = persona.preference(question.preference()).session();
    List<Session> sessions =
        persona.sessions().stream()
            .map(session -> session.id().equals(replaced) ? withWords(session, twin) : session)
            .toList();
    return history(persona, sessions);
  }

  private static Session withWords(Session session, Twin twin) {
    return new Session(
        session.id(), session.scenario(), session.topic(), List.of(), twin.messages());
  }

  private static List<Conversation> history(SamplePersona persona, List<Session> sessions) {
    UserId user = new UserId(persona.id());
    List<Conversation> conversations = new ArrayList<>();
    Instant start = FIRST_DAY;
    for (Session session : sessions) {
      conversations.add(conversation(session.id(), user, session.messages(), start));
      start = start.plus(BETWEEN_SESSIONS);
    }
    return conversations;
  }

  static Conversation conversation(
      String id, UserId user, List<SampleMessage> messages, Instant start) {
    List<Message> dated = new ArrayList<>();
    Instant at = start;
    for (SampleMessage message : messages) {
      dated.add(new Message(id, message.role(), message.text(), at));
      at = at.plus(BETWEEN_MESSAGES);
    }
    return new Conversation(id, user, dated);
  }
}
