import com.google.googlejavaformat.java.Formatter;
import com.google.googlejavaformat.java.FormatterException;
import com.google.googlejavaformat.java.ImportOrderer;
import com.google.googlejavaformat.java.JavaFormatterOptions;
import com.google.googlejavaformat.java.RemoveUnusedImports;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Holds every Java file to google-java-format: {@code check ROOT SEEN} or {@code write ROOT SEEN}.
 *
 * <p>Run by the build straight from this source, on the JDK of the toolchain: the formatter needs
 * 21, Maven itself may stand on 17. SEEN keeps the digests of contents known to be well formed, so
 * that only what changed is formatted again.
 */
final class Format {
  private static final Set<String> SKIPPED = Set.of("target", ".git", ".launcher");

  private final Formatter formatter =
      new Formatter(
          JavaFormatterOptions.builder().style(JavaFormatterOptions.Style.GOOGLE).build());

  private Format() {}

  public static void main(String[] args) throws IOException {
    if (args.length != 3 || !Set.of("check", "write").contains(args[0])) {
      System.err.println("Usage: Format check|write ROOT SEEN, but got " + List.of(args));
      System.exit(2);
    }
    boolean write = args[0].equals("write");
    Path root = Path.of(args[1]);
    Path seenFile = Path.of(args[2]);
    Set<String> seen =
        new HashSet<>(Files.exists(seenFile) ? Files.readAllLines(seenFile) : List.of());

    List<Source> sources = javaFiles(root).parallelStream().map(Source::read).toList();
    var format = new Format();
    List<String> faults =
        sources.parallelStream()
            .filter(source -> !seen.contains(source.digest()))
            .flatMap(source -> format.mend(source, write).stream())
            .map(fault -> fault.replace(root + "/", ""))
            .sorted()
            .toList();

    if (faults.isEmpty()) {
      remember(seenFile, sources, write);
      return;
    }
    faults.forEach(System.err::println);
    System.err.println(
        faults.size() + " of " + sources.size() + " Java files are not in google-java-format.");
    System.err.println("Mend them with: ./rapport --mvn -q -N verify -Dformat=write");
    System.exit(1);
  }

  /** The path of a file that is not well formed, or nothing; when writing, only what no one can. */
  private List<String> mend(Source source, boolean write) {
    try {
      String formed =
          RemoveUnusedImports.removeUnusedImports(
              ImportOrderer.reorderImports(source.text(), JavaFormatterOptions.Style.GOOGLE));
      formed = formatter.formatSource(formed);
      if (formed.equals(source.text())) {
        return List.of();
      }
      if (!write) {
        return List.of(source.path().toString());
      }
      Files.writeString(source.path(), formed);
      return List.of();
    } catch (FormatterException e) {
      return List.of(source.path() + ": " + e.getMessage());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void remember(Path seenFile, List<Source> sources, boolean written)
      throws IOException {
    Set<String> digests = new TreeSet<>();
    for (Source source : sources) {
      digests.add(written ? Source.read(source.path()).digest() : source.digest());
    }
    Files.createDirectories(seenFile.getParent());
    Files.write(seenFile, digests);
  }

  private static List<Path> javaFiles(Path root) throws IOException {
    List<Path> files = new ArrayList<>();
    Files.walkFileTree(
        root,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            return SKIPPED.contains(String.valueOf(folder.getFileName()))
                ? FileVisitResult.SKIP_SUBTREE
                : FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (file.toString().endsWith(".java")) {
              files.add(file);
            }
            return FileVisitResult.CONTINUE;
          }
        });
    return files;
  }

  private record Source(Path path, String text, String digest) {
    static Source read(Path path) {
      try {
        byte[] bytes = Files.readAllBytes(path);
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
        return new Source(
            path, new String(bytes, StandardCharsets.UTF_8), HexFormat.of().formatHex(digest));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      } catch (NoSuchAlgorithmException e) {
        throw new IllegalStateException("every JDK has SHA-256", e);
      }
    }
  }
}
