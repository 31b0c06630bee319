package dev.rapport.train.tokenizer;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A tokenizer.json in Qwen's manner with one id for each byte and a few merges. */
final class ByteTokenizerJson {
  static final int IM_START = 259;
  static final int IM_END = 260;
  static final int THINK = 261;
  static final int END_THINK = 262;

  private ByteTokenizerJson() {}

  static void write(Path folder, String template) throws IOException {
    var mapper = new ObjectMapper();
    ObjectNode json = mapper.createObjectNode();
    json.put("version", "1.0");
    json.putNull("truncation");
    json.putNull("padding");
    var added = json.putArray("added_tokens");
    String[] names = {"<|im_start|>", "<|im_end|>", "<think>", "</think>"};
    for (int i = 0; i < names.length; i++) {
      added
          .addObject()
          .put("id", IM_START + i)
          .put("content", names[i])
          .put("single_word", false)
          .put("lstrip", false)
          .put("rstrip", false)
          .put("normalized", false)
          .put("special", i < 2);
    }
    json.putObject("normalizer").put("type", "NFC");
    json.putObject("pre_tokenizer")
        .put("type", "ByteLevel")
        .put("add_prefix_space", false)
        .put("trim_offsets", false)
        .put("use_regex", true);
    json.putNull("post_processor");
    json.putObject("decoder")
        .put("type", "ByteLevel")
        .put("add_prefix_space", false)
        .put("trim_offsets", false)
        .put("use_regex", true);
    ObjectNode model = json.putObject("model");
    model.put("type", "BPE");
    ObjectNode vocabulary = model.putObject("vocab");
    for (int value = 0; value < 256; value++) {
      vocabulary.put(Character.toString(character(value)), value);
    }
    vocabulary.put("th", 256).put("the", 257).put("\u0120the", 258);
    model.putArray("merges").add("t h").add("th e").add("\u0120 the");
    Files.writeString(folder.resolve("tokenizer.json"), json.toString());
    ObjectNode config = mapper.createObjectNode();
    config.put("eos_token", "<|im_end|>").put("chat_template", template);
    Files.writeString(folder.resolve("tokenizer_config.json"), config.toString());
  }

  /** As GPT-2 spells bytes that are not printable. */
  private static int character(int value) {
    if (printable(value)) {
      return value;
    }
    int before = 0;
    for (int i = 0; i < value; i++) {
      before += printable(i) ? 0 : 1;
    }
    return 256 + before;
  }

  private static boolean printable(int value) {
    return (value >= '!' && value <= '~') || (value >= 0xA1 && value <= 0xAC) || value >= 0xAE;
  }
}
