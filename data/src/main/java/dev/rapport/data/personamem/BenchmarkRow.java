package dev.rapport.data.personamem;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/**
 * One question of PersonaMem-v2's table, all 27 columns. Texts that the file leaves empty are
 * empty.
 *
 * @param window32k the five columns of the 32k history
 * @param window128k the five columns of the 128k history
 * @param rawPersonaFile path within the data set
 * @param expandedPersona the profile as JSON text
 * @param userQuery what is asked; its role is {@code user}; published rows may lack its text
 * @param correctAnswer published rows may lack it
 * @param incorrectAnswers empty if there are none; entries that are null in the file are left out
 * @param preference what the answer rests on; {@code sensitive_info} where that is private data
 * @param prefType {@code stereotypical_pref}, ...; empty for private data
 * @param relatedConversationSnippet the conversation that reveals the preference
 * @param who {@code self} or {@code others}
 * @param updated whether the preference is changed or taken back
 * @param prevPref what it replaces
 * @param sensitiveInfo whether it is about private data
 * @param extra columns beyond the official ones, in the file's order
 */
public record BenchmarkRow(
    int personaId,
    Window window32k,
    Window window128k,
    String rawPersonaFile,
    String shortPersona,
    String expandedPersona,
    HistoryMessage userQuery,
    String correctAnswer,
    List<String> incorrectAnswers,
    String topicQuery,
    String preference,
    String topicPreference,
    String conversationScenario,
    String prefType,
    List<HistoryMessage> relatedConversationSnippet,
    String who,
    boolean updated,
    String prevPref,
    boolean sensitiveInfo,
    SequencedMap<String, String> extra) {
  public BenchmarkRow {
    incorrectAnswers = List.copyOf(incorrectAnswers);
    relatedConversationSnippet = List.copyOf(relatedConversationSnippet);
    extra = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(extra));
  }

  /** The same row with other columns beyond the official ones. */
  public BenchmarkRow withExtra(SequencedMap<String, String> extra) {
    return new BenchmarkRow(
        personaId,
        window32k,
        window128k,
        rawPersonaFile,
        shortPersona,
        expandedPersona,
        userQuery,
        correctAnswer,
        incorrectAnswers,
        topicQuery,
        preference,
        topicPreference,
        conversationScenario,
        prefType,
        relatedConversationSnippet,
        who,
        updated,
        prevPref,
        sensitiveInfo,
        extra);
  }

  /** Texts as the table's list columns have them. */
  public static String list(List<String> texts) {
    return BenchmarkWriter.texts(texts);
  }
}
