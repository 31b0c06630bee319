package dev.rapport.spring;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.Collections;
import org.junit.jupiter.api.Test;

/** What editors read to know the properties. */
final class MetadataTest {
  private static final String FILE = "META-INF/spring-configuration-metadata.json";

  @Test
  void everyPropertyIsDescribedWithItsDefault() throws IOException {
    assertThat(metadata())
        .contains("rapport.enabled", "rapport.store", "rapport.tokenizer", "rapport.cap-tokens")
        .contains("rapport.chunk-tokens", "rapport.writer", "rapport.writing", "rapport.learn")
        .contains("rapport.quiet", "rapport.advise", "most tokens of a page")
        .contains("2048", "rapport.db");
  }

  private static String metadata() throws IOException {
    for (URL url : Collections.list(MetadataTest.class.getClassLoader().getResources(FILE))) {
      try (InputStream in = url.openStream()) {
        String text = new String(in.readAllBytes(), UTF_8);
        if (text.contains("\"rapport\"")) {
          return text;
        }
      }
    }
    return "";
  }
}
