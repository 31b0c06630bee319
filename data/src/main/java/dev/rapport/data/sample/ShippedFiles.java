package dev.rapport.data.sample;

import dev.rapport.data.DatasetException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** The resources beside this class; a jar does not list them, so their number is written here. */
final class ShippedFiles implements SampleFiles {
  private static final int PERSONAS = 32;

  @Override
  public List<String> personaIds() {
    return IntStream.rangeClosed(1, PERSONAS).mapToObj("p%02d"::formatted).toList();
  }

  @Override
  public Optional<String> find(String name) {
    try (InputStream in = ShippedFiles.class.getResourceAsStream(name)) {
      return in == null
          ? Optional.empty()
          : Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new DatasetException(
          "%s in %s cannot be read. The jar may be damaged: build or fetch it again."
              .formatted(name, place()),
          e);
    }
  }

  @Override
  public String place() {
    return "the shipped sample";
  }
}
