package dev.rapport.local.embed;

import dev.rapport.model.ModelException;
import dev.rapport.model.Vectors;
import java.io.IOException;

/**
 * bge-small-en-v1.5 with low-rank changes that were trained on what people let slip: a passage lies
 * near what would suit the person who said it, though they share no words. Loaded at the first
 * text, beside the unchanged network.
 *
 * <p>Safe for several threads.
 */
public final class PageReader {
  private static final int KEPT = 8192;

  private final TextCache<float[]> vectors = new TextCache<>(KEPT);
  private final Lazy<Loaded> loaded = new Lazy<>(Loaded::now);

  PageReader() {}

  /**
   * A text as the reader has it, of unit length.
   *
   * @throws ModelException if the model does not load, or fails on the text
   */
  public float[] read(String text) {
    return vectors.get(text, each -> loaded.get().encoder.read(each).whole());
  }

  /**
   * How much a passage of the page speaks for something: a log weight, to be compared with others
   * and with {@link #silence()}. What passages usually say is taken away first.
   *
   * @param passage read
   * @param offered a query, or a query and one of its options after a blank, read
   */
  public double score(float[] passage, float[] offered) {
    ReaderModel model = loaded.get().model;
    return model.sharpness()
        * (Vectors.dot(passage, offered) - Vectors.dot(model.centre(), offered));
  }

  /** The log weight of a passage that favours nothing. */
  public double silence() {
    return loaded.get().model.silence();
  }

  void forgetTexts() {
    vectors.clear();
  }

  private record Loaded(ReaderModel model, BertEncoder encoder) {
    static Loaded now() {
      try {
        ReaderModel model = ReaderModel.shipped();
        return new Loaded(model, BertEncoder.load(model.changes()));
      } catch (IOException e) {
        throw new ModelException(
            ModelException.Kind.MISCONFIGURED,
            "the reader of pages does not load: %s; build or fetch the jar again"
                .formatted(e.getMessage()),
            e);
      }
    }
  }
}
