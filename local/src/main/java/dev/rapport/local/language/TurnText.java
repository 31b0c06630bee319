package dev.rapport.local.language;

import java.util.ArrayList;
import java.util.List;

/**
 * A turn's text cut into sentences, each with the zone it stands in. Linear in the text's length.
 *
 * @param text as the person typed it
 * @param sentences in order, without overlap
 */
public record TurnText(String text, List<Sentence> sentences) {
  public TurnText {
    sentences = List.copyOf(sentences);
  }

  public static TurnText of(String text) {
    List<Sentence> sentences = new ArrayList<>();
    int block = 0;
    for (Span span : Zones.of(text)) {
      for (Span piece : SentenceSplitter.split(text, span)) {
        sentences.add(
            new Sentence(
                text.substring(piece.start(), piece.end()),
                piece.start(),
                piece.end(),
                span.zone(),
                block));
      }
      block++;
    }
    return new TurnText(text, sentences);
  }
}
