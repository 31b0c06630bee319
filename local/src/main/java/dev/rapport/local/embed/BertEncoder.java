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
import java.util.Map;

/** The network and its tokenizer; one run reads one text. Safe for several threads. */
final class BertEncoder {
  private static final String NETWORK = "/bge-small-en-v1.5-q.onnx";
  private static final String TOKENIZER = "/bge-small-en-v1.5-q-tokenizer.json";
  private static final int WINDOW = 512;
  private static final int DIMENSIONS = 384;

  private final HuggingFaceTokenizer tokenizer;
  private final OrtEnvironment environment;
  private final OrtSession session;

  private BertEncoder(
      HuggingFaceTokenizer tokenizer, OrtEnvironment environment, OrtSession session) {
    this.tokenizer = tokenizer;
    this.environment = environment;
    this.session = session;
  }

  static BertEncoder load() {
    stayOffline();
    try (InputStream network = resource(NETWORK);
        InputStream vocabulary = resource(TOKENIZER);
        OrtSession.SessionOptions threads = new OrtSession.SessionOptions()) {
      // Texts are short; more threads than this only wait for each other.
      threads.setIntraOpNumThreads(Math.min(4, Runtime.getRuntime().availableProcessors()));
      Map<String, String> cut =
          Map.of("padding", "false", "truncation", "true", "maxLength", String.valueOf(WINDOW));
      OrtEnvironment environment = OrtEnvironment.getEnvironment();
      return new BertEncoder(
          HuggingFaceTokenizer.newInstance(vocabulary, cut),
          environment,
          environment.createSession(network.readAllBytes(), threads));
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

  /** The vector of the first token, which this model was trained to compare, at unit length. */
  float[] vector(String text) {
    Encoding tokens = tokenizer.encode(text);
    try (OnnxTensor ids = tensor(tokens.getIds());
        OnnxTensor mask = tensor(tokens.getAttentionMask());
        OnnxTensor types = tensor(tokens.getTypeIds());
        OrtSession.Result result =
            session.run(
                Map.of("input_ids", ids, "attention_mask", mask, "token_type_ids", types))) {
      float[] first = new float[DIMENSIONS];
      hidden(result).get(0, first);
      return unitLength(first);
    } catch (OrtException e) {
      throw new ModelException(
          ModelException.Kind.REJECTED,
          "the embedding model failed on a text of %d tokens: %s"
              .formatted(tokens.getIds().length, e.getMessage()),
          e);
    }
  }

  /** {@code [1][tokens][384]}, row by row. */
  private static FloatBuffer hidden(OrtSession.Result result) {
    return ((OnnxTensor) result.get(0)).getFloatBuffer();
  }

  private OnnxTensor tensor(long[] row) throws OrtException {
    return OnnxTensor.createTensor(environment, new long[][] {row});
  }

  private static float[] unitLength(float[] vector) {
    double squares = 0;
    for (float x : vector) {
      squares += x * x;
    }
    double length = Math.sqrt(squares);
    for (int i = 0; i < vector.length; i++) {
      vector[i] = (float) (vector[i] / length);
    }
    return vector;
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
