package dev.rapport.local.embed;

import dev.rapport.model.Embedder;
import java.util.ArrayList;
import java.util.List;

/**
 * The quantized bge-small-en-v1.5 as it comes inside its jar; made for English. The model is loaded
 * at the first text (about a second, some 300 MB) and stays for the object's life, so one object
 * per process is enough. Texts are read one by one: the quantization looks at a whole batch, and a
 * text's vector must not hang on its neighbours. Vectors are kept for texts met again, under a hash
 * of the text, until they are crowded out or {@link #forgetTexts()} is called.
 *
 * <p>Safe for several threads.
 *
 * @see <a href="https://huggingface.co/BAAI/bge-small-en-v1.5">the model</a>, MIT licence
 */
public final class BgeSmall implements Embedder {
  private static final int KEPT_VECTORS = 4096;
  // Some 30 kB each: the sentences of a history of 32,000 tokens.
  private static final int KEPT_READINGS = 2048;

  private final Lazy<BertEncoder> encoder = new Lazy<>(() -> BertEncoder.load(List.of()));
  private final TextCache<float[]> vectors = new TextCache<>(KEPT_VECTORS);
  private final TextCache<Reading> readings = new TextCache<>(KEPT_READINGS);
  private final PageReader reader = new PageReader();

  private BgeSmall() {}

  /** Loads nothing before the first text. */
  public static BgeSmall lazy() {
    return new BgeSmall();
  }

  @Override
  public String name() {
    return "bge-small-en-v1.5-q";
  }

  @Override
  public int dimensions() {
    return BertEncoder.DIMENSIONS;
  }

  /**
   * @throws dev.rapport.model.ModelException if the model does not load, or fails on a text
   */
  @Override
  public List<float[]> embed(List<String> texts) {
    List<float[]> embedded = new ArrayList<>(texts.size());
    for (String text : texts) {
      embedded.add(vectors.get(text, each -> encoder.get().read(each).whole()).clone());
    }
    return embedded;
  }

  /**
   * The text's vectors, token by token as well.
   *
   * @throws dev.rapport.model.ModelException if the model does not load, or fails on the text
   */
  public Reading read(String text) {
    return readings.get(text, each -> encoder.get().read(each));
  }

  /** The same network as trained to read pages; loads at its first text. */
  public PageReader reader() {
    return reader;
  }

  /** Drops every vector kept: part of forgetting, since a vector tells something of its text. */
  public void forgetTexts() {
    vectors.clear();
    readings.clear();
    reader.forgetTexts();
  }
}
