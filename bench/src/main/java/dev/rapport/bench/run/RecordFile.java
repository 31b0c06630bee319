package dev.rapport.bench.run;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * A file of records, one JSON value a line, each under a key. Records are appended as they come
 * about and finally put in order; what is kept in memory is where each stands, not what it says.
 *
 * <p>A line is written whole or, when the process is killed, torn; a torn last line is cut off when
 * the file is opened. One process at a time; safe for several threads of it.
 */
final class RecordFile<T> implements AutoCloseable {
  private record Place(long from, int length) {}

  private final Path file;
  private final Class<T> type;
  private final Function<T, String> key;
  private final Map<String, Place> places = new LinkedHashMap<>();
  private FileChannel channel;
  private long end;

  private RecordFile(Path file, Class<T> type, Function<T, String> key) throws IOException {
    this.file = file;
    this.type = type;
    this.key = key;
    this.channel = open(file);
  }

  /** Opens the file, making it if need be. Of two records with one key the first counts. */
  static <T> RecordFile<T> open(Path file, Class<T> type, Function<T, String> key) {
    try {
      RecordFile<T> records = new RecordFile<>(file, type, key);
      records.scan();
      return records;
    } catch (IOException e) {
      throw failed(file, e);
    }
  }

  private static FileChannel open(Path file) throws IOException {
    return FileChannel.open(
        file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
  }

  private void scan() throws IOException {
    long line = 0;
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      for (int b = in.read(); b >= 0; b = in.read()) {
        if (b != '\n') {
          bytes.write(b);
          continue;
        }
        line++;
        places.putIfAbsent(key.apply(parse(bytes, line)), new Place(end, bytes.size()));
        end += bytes.size() + 1;
        bytes.reset();
      }
    }
    channel.truncate(end);
  }

  private T parse(ByteArrayOutputStream bytes, long line) {
    try {
      return RunJson.read(bytes.toString(UTF_8), type);
    } catch (JsonProcessingException e) {
      throw new RunException(
          "%s, line %d is damaged: %s. Delete the line and resume the run"
              .formatted(file, line, e.getOriginalMessage()),
          e);
    }
  }

  synchronized boolean has(String wanted) {
    return places.containsKey(wanted);
  }

  synchronized boolean hasAll(Collection<String> wanted) {
    return places.keySet().containsAll(wanted);
  }

  synchronized int size() {
    return places.size();
  }

  /** The record under a key, read anew. */
  Optional<T> find(String wanted) {
    try {
      return bytes(wanted).map(line -> read(line));
    } catch (IOException e) {
      throw failed(file, e);
    }
  }

  private T read(byte[] line) {
    try {
      return RunJson.read(new String(line, UTF_8), type);
    } catch (JsonProcessingException e) {
      throw new RunException(
          "%s was changed by somebody else while the run went on; resume the run".formatted(file),
          e);
    }
  }

  private synchronized Optional<byte[]> bytes(String wanted) throws IOException {
    Place place = places.get(wanted);
    if (place == null) {
      return Optional.empty();
    }
    ByteBuffer buffer = ByteBuffer.allocate(place.length());
    while (buffer.hasRemaining()) {
      if (channel.read(buffer, place.from() + buffer.position()) < 0) {
        throw new IOException("it became shorter while the run went on");
      }
    }
    return Optional.of(buffer.array());
  }

  /** Adds a record; one whose key is there already is left out. */
  synchronized void append(T record) {
    String name = key.apply(record);
    if (places.containsKey(name)) {
      return;
    }
    byte[] line = RunJson.line(record).getBytes(UTF_8);
    ByteBuffer buffer = ByteBuffer.allocate(line.length + 1).put(line).put((byte) '\n').flip();
    try {
      for (long at = end; buffer.hasRemaining(); ) {
        at += channel.write(buffer, at);
      }
    } catch (IOException e) {
      throw failed(file, e);
    }
    places.put(name, new Place(end, line.length));
    end += line.length + 1L;
  }

  /** Leaves only these records, in this order: the file is replaced at one stroke. */
  synchronized void arrange(List<String> keys) {
    Path next = file.resolveSibling(file.getFileName() + ".next");
    try {
      Map<String, Place> arranged = new LinkedHashMap<>();
      long at = 0;
      try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(next), 1 << 16)) {
        for (String name : keys) {
          byte[] line = bytes(name).orElse(new byte[0]);
          if (line.length > 0) {
            out.write(line);
            out.write('\n');
            arranged.put(name, new Place(at, line.length));
            at += line.length + 1L;
          }
        }
      }
      channel.close();
      Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      channel = open(file);
      channel.force(true);
      places.clear();
      places.putAll(arranged);
      end = at;
    } catch (IOException e) {
      throw failed(file, e);
    }
  }

  /** Drops the records that are to be made again. */
  synchronized int drop(Predicate<T> unwanted) {
    List<String> kept =
        places.keySet().stream().filter(name -> !unwanted.test(find(name).orElseThrow())).toList();
    int dropped = places.size() - kept.size();
    if (dropped > 0) {
      arrange(kept);
    }
    return dropped;
  }

  @Override
  public synchronized void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw failed(file, e);
    }
  }

  private static RunException failed(Path file, IOException e) {
    return new RunException(
        "cannot write %s: %s. Mend it and resume the run".formatted(file, e.getMessage()), e);
  }
}
