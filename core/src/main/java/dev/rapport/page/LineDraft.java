package dev.rapport.page;

import dev.rapport.conversation.Turn;
import java.time.Instant;
import java.util.List;

/**
 * What a line is to say, before it has an id.
 *
 * @param section the heading it stands under
 * @param text one stand-alone sentence or clause, no line breaks
 * @param since when it began to hold, or {@link dev.rapport.conversation.Turn#UNDATED}
 * @param sources the turns it was gathered from; empty when a person wrote it
 */
public record LineDraft(
    String section,
    String text,
    Owner owner,
    Basis basis,
    Kind kind,
    Sensitivity sensitivity,
    Instant since,
    List<Source> sources) {
  public LineDraft {
    sources = List.copyOf(sources);
  }

  /**
   * What a person puts on their own page, about themselves.
   *
   * @param section the heading; the one for notes where it is blank
   */
  public static LineDraft written(String section, String text) {
    return new LineDraft(
        section.isBlank() ? MarkdownLines.NO_SECTION : section,
        text,
        Owner.self(),
        Basis.STATED,
        Kind.FACT,
        Sensitivity.ORDINARY,
        Turn.UNDATED,
        List.of());
  }

  public LineDraft withText(String newText) {
    return new LineDraft(section, newText, owner, basis, kind, sensitivity, since, sources);
  }

  public LineDraft withSection(String newSection) {
    return new LineDraft(newSection, text, owner, basis, kind, sensitivity, since, sources);
  }

  public LineDraft withOwner(Owner newOwner) {
    return new LineDraft(section, text, newOwner, basis, kind, sensitivity, since, sources);
  }

  public LineDraft withSources(List<Source> newSources) {
    return new LineDraft(section, text, owner, basis, kind, sensitivity, since, newSources);
  }
}
