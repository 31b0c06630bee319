package dev.rapport.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.util.HexFormat;
import java.util.Set;

/** The master key in a file: 64 hexadecimal digits. Never written over. */
record KeyFile(Path file) {
  MasterKey read() {
    try {
      return KeySource.parse(Files.readString(file), "The key file " + file);
    } catch (NoSuchFileException e) {
      throw new StoreException(
          """
          The key file %s is missing, and without it nobody's words in the store can be read. \
          Put it back from where you keep its copy; nothing was changed."""
              .formatted(file),
          e);
    } catch (IOException e) {
      throw new StoreException(
          "The key file %s cannot be read (%s). Check that it is yours.".formatted(file, e), e);
    }
  }

  /** For a store without a key, whose lock the caller holds. */
  MasterKey readOrMake() {
    if (!Files.exists(file)) {
      try {
        make(MasterKey.of(AesKey.randomBytes(AesKey.BYTES)));
      } catch (IOException e) {
        throw new StoreException(
            "Could not make the key file %s (%s). Choose a folder of your own.".formatted(file, e),
            e);
      }
    }
    return read();
  }

  /** Under another name first, so that a kill leaves no half of a key. */
  private void make(MasterKey key) throws IOException {
    Path half = file.resolveSibling(file.getFileName() + ".new");
    Files.deleteIfExists(half);
    byte[] text = (HexFormat.of().formatHex(key.bytes()) + "\n").getBytes(UTF_8);
    var options = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    FileAttribute<?>[] owners = PrivateFiles.forOwner();
    try (FileChannel out = FileChannel.open(half, options, owners)) {
      ByteBuffer bytes = ByteBuffer.wrap(text);
      while (bytes.hasRemaining()) {
        out.write(bytes);
      }
      out.force(true);
    }
    Files.move(half, file, ATOMIC_MOVE);
  }
}
