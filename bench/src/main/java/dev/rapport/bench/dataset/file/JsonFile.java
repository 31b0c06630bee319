package dev.rapport.bench.dataset.file;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.rapport.data.DatasetException;
import dev.rapport.data.internal.FileHead;
import dev.rapport.data.internal.JsonPlace;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A UTF-8 JSON file that can be read from any value on, so that no more of it is in memory than is
 * asked for. Immutable; safe for several threads.
 */
public final class JsonFile {
  private static final int LONGEST_TEXT = 256 << 20;
  private static final int BUFFER = 64 << 10;
  private static final ObjectMapper MAPPER =
      new ObjectMapper(
          JsonFactory.builder()
              .streamReadConstraints(
                  StreamReadConstraints.builder().maxStringLength(LONGEST_TEXT).build())
              .build());

  private final Path path;

  private JsonFile(Path path) {
    this.path = path;
  }

  /**
   * @throws DatasetException if there is no such file, or one that cannot be UTF-8
   */
  public static JsonFile at(Path path) {
    if (!Files.isRegularFile(path)) {
      throw new DatasetException("%s is missing. Put it there.".formatted(path));
    }
    try {
      FileHead.check(path);
    } catch (IOException e) {
      throw unreadable(path, e);
    }
    return new JsonFile(path);
  }

  public Path path() {
    return path;
  }

  /** Walks the value at a spot. Close the walk after use. */
  public JsonWalk walk(Spot spot) {
    try {
      FileChannel channel = FileChannel.open(path);
      channel.position(spot.offset());
      InputStream bytes = new BufferedInputStream(Channels.newInputStream(channel), BUFFER);
      return JsonWalk.start(path, spot, MAPPER.createParser(bytes));
    } catch (IOException e) {
      throw unreadable(path, e);
    }
  }

  private static DatasetException unreadable(Path path, IOException e) {
    return new DatasetException("%s cannot be read: %s".formatted(path, e.getMessage()), e);
  }

  /** Reads the value at a spot whole. */
  public JsonPlace read(Spot spot) {
    try (JsonWalk walk = walk(spot)) {
      return walk.tree();
    }
  }

  /** Where the elements of the list that the file is stand. */
  public List<Spot> elements() {
    List<Spot> spots = new ArrayList<>();
    try (JsonWalk walk = walk(Spot.START)) {
      walk.enterList();
      while (walk.nextElement()) {
        spots.add(walk.spot());
        walk.skip();
      }
      walk.end();
    }
    return spots;
  }
}
