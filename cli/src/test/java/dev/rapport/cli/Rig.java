package dev.rapport.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.rapport.fakeserver.FakeServer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Runs commands as a user types them, each in a fresh wiring over one store. */
final class Rig {
  private final Path folder;
  private final Map<String, String> environment = new LinkedHashMap<>();

  /** What a command left behind. */
  record Result(int status, String out, String err) {}

  Rig(Path folder) {
    this.folder = folder;
    environment.put("HOME", folder.toString());
    environment.put("RAPPORT_STORE", database().toString());
    environment.put("RAPPORT_USER", "ana");
  }

  Rig with(String variable, String value) {
    environment.put(variable, value);
    return this;
  }

  /** Lets a server's model write and answer. */
  Rig with(FakeServer server) {
    return with("RAPPORT_MODEL", server.baseUrl() + "#fake");
  }

  Path database() {
    return folder.resolve("store").resolve("rapport.db");
  }

  Result run(String... arguments) {
    return type("", arguments);
  }

  /** As {@link #run}, with something on standard input. */
  Result type(String input, String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    Terminal terminal =
        new Terminal(
            new ByteArrayInputStream(input.getBytes(UTF_8)),
            new PrintWriter(out, true),
            new PrintWriter(err, true),
            false,
            environment,
            folder);
    int status = Main.commandLine(terminal).execute(arguments);
    return new Result(status, out.toString(), err.toString());
  }

  /** A file of one user message after the other, each with a short answer. */
  Path conversation(String name, String... said) throws IOException {
    List<Map<String, String>> messages = new ArrayList<>();
    for (String text : said) {
      messages.add(Map.of("role", "user", "content", text));
      messages.add(Map.of("role", "assistant", "content", "Noted."));
    }
    return Files.writeString(folder.resolve(name), Json.line(messages));
  }

  /** Every byte the store has on disk, as text. */
  String bytesOnDisk() throws IOException {
    StringBuilder bytes = new StringBuilder();
    try (var files = Files.list(database().getParent())) {
      for (Path file : files.sorted().toList()) {
        bytes.append(
            new String(Files.readAllBytes(file), java.nio.charset.StandardCharsets.ISO_8859_1));
      }
    }
    return bytes.toString();
  }
}
