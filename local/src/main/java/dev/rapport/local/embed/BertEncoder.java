package dev.rapport.local.embed;

import ai.djl.huggingface.tokenizers.Encoding;
import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import dev.rapport.model.ModelException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.FloatBuffer;
import java.util.List;
import java.util.Map;

/** The network and its tokenizer; one run reads one text. Safe for several threads. */
final class BertEncoder {
  private static final String NETWORK = "/bge-small-en-v1.5-q.onnx";
  private static final String TOKENIZER = "/bge-small-en-v1.5-q-tokenizer.json";
  private static final int WINDOW = 512;
  static final int DIMENSIONS = 384;

  private final HuggingFaceTokenizer tokenizer;
  private final OrtEnvironment environment;
  private final OrtSession session;

  private BertEncoder(
      HuggingFaceTokenizer tokenizer, OrtEnvironment environment, OrtSession session) {
    this.tokenizer = tokenizer;
    this.environment = environment;
    this.session = session;
  }

  /**
   * @param changes made to the network's weights
   */
  static BertEncoder load(List<LowRank> changes) {
    stayOffline();
    try (InputStream network = resource(NETWORK);
        InputStream vocabulary = resource(TOKENIZER);
        OrtSession.SessionOptions threads = new OrtSession.SessionOptions()) {
      // Texts are short: threads inside one run would mostly spin. Callers may run several.
      threads.setIntraOpNumThreads(1);
      Map<String, String> cut =
          Map.of("padding", "false", "truncation", "true", "maxLength", String.valueOf(WINDOW));
      OrtEnvironment environment = OrtEnvironment.getEnvironment();
      return new BertEncoder(
          HuggingFaceTokenizer.newInstance(vocabulary, cut),
          environment,
          environment.createSession(changed(network.readAllBytes(), changes), threads));
    } catch (IOException | OrtException | UnsatisfiedLinkError e) {
      throw new ModelException(
          ModelException.Kind.MISCONFIGURED,
          "the embedding model in this process does not load: %s. %s"
              .formatted(
                  e.getMessage(),
                  "Its native parts exist for 64-bit Linux, macOS on Arm and Windows"),
          e);
    }
  }

  /** The first token's vector, which this model was trained to compare, stands for the whole. */
  Reading read(String text) {
    Encoding tokens = tokenizer.encode(text);
    long[] ids = tokens.getIds();
    try (OnnxTensor input = tensor(ids);
        OnnxTensor mask = tensor(tokens.getAttentionMask());
        OnnxTensor types = tensor(tokens.getTypeIds());
        OrtSession.Result result =
            session.run(
                Map.of("input_ids", input, "attention_mask", mask, "token_type_ids", types))) {
      FloatBuffer hidden = ((OnnxTensor) result.get(0)).getFloatBuffer(); // [1][tokens][384]
      int inner = Math.max(0, ids.length - 2); // without the marks of start and end
      float[] vectors = new float[inner * DIMENSIONS];
      hidden.get(DIMENSIONS, vectors);
      for (int i = 0; i < inner; i++) {
        toUnitLength(vectors, i * DIMENSIONS);
      }
      float[] whole = new float[DIMENSIONS];
      hidden.get(0, whole);
      toUnitLength(whole, 0);
      return new Reading(whole, vectors);
    } catch (OrtException e) {
      throw new ModelException(
          ModelException.Kind.REJECTED,
          "the embedding model failed on a text of %d tokens: %s"
              .formatted(ids.length, e.getMessage()),
          e);
    }
  }

  private static byte[] changed(byte[] network, List<LowRank> changes) throws IOException {
    if (!changes.isEmpty()) {
      OnnxTensors tensors = OnnxTensors.in(network);
      for (LowRank change : changes) {
        change.changeIn(tensors);
      }
    }
    return network;
  }

  private OnnxTensor tensor(long[] row) throws OrtException {
    return OnnxTensor.createTensor(environment, new long[][] {row});
  }

  private static void toUnitLength(float[] rows, int start) {
    double squares = 0;
    for (int i = start; i < start + DIMENSIONS; i++) {
      squares += rows[i] * rows[i];
    }
    double length = Math.max(Math.sqrt(squares), 1e-12);
    for (int i = start; i < start + DIMENSIONS; i++) {
      rows[i] = (float) (rows[i] / length);
    }
  }

  /** The tokenizer's library reports home when it is first made, unless told not to. */
  private static void stayOffline() {
    if (System.getProperty("ai.djl.offline") == null) {
      System.setProperty("ai.djl.offline", "true");
    }
  }

  private static InputStream resource(String name) throws IOException {
    InputStream stream = BertEncoder.class.getResourceAsStream(name);
    if (stream == null) {
      throw new IOException("%s is not on the class path; is its jar there?".formatted(name));
    }
    return stream;
  }
}
