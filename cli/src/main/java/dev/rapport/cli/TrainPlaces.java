package dev.rapport.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.function.Supplier;

/** Where things lie that training is told of. */
final class TrainPlaces {
  private TrainPlaces() {}

  static Path absolute(Terminal terminal, String path) {
    return terminal.workingFolder().resolve(path).toAbsolutePath().normalize();
  }

  static Path file(Terminal terminal, String option, String path) {
    Path file = absolute(terminal, path);
    if (!Files.isRegularFile(file)) {
      throw new UsageException("%s %s: there is no such file".formatted(option, file));
    }
    return file;
  }

  /** A model's folder, {@code local:} before it or not. */
  static Path model(Terminal terminal, String path) {
    String plain =
        path.startsWith(LocalModel.PREFIX) ? path.substring(LocalModel.PREFIX.length()) : path;
    Path folder = absolute(terminal, plain);
    return LocalModel.checked(folder, "--model " + folder);
  }

  /** Where a model is, and how to use it. */
  static String use(Path model) {
    return "Model: %s (use it with --model local:%s)".formatted(model, model);
  }

  /** SHA-256 of a file. */
  static String digest(Path file) {
    try (var in = Files.newInputStream(file)) {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      var buffer = new byte[1 << 16];
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        digest.update(buffer, 0, n);
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (IOException e) {
      throw new FailedException("cannot read %s: %s".formatted(file, e.getMessage()));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  /** What the domain refuses is wrong usage here. */
  static <T> T usage(Supplier<T> made) {
    try {
      return made.get();
    } catch (IllegalArgumentException e) {
      throw new UsageException(e);
    }
  }
}
