package dev.rapport.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** {@code rapport serve} in a process of its own. */
final class Serving implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String UP = "The page in a browser: ";

  private final Process process;
  private final URI address;
  private final HttpClient client = HttpClient.newHttpClient();

  private Serving(Process process, URI address) {
    this.process = process;
    this.address = address;
  }

  /** Returns when it is up. */
  static Serving start(Path folder, Map<String, String> environment, String... options)
      throws IOException {
    return startWith(
        List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"), folder, environment, options);
  }

  /**
   * @param jvm options of its virtual machine
   */
  static Serving startWith(
      List<String> jvm, Path folder, Map<String, String> environment, String... options)
      throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED"));
    command.addAll(jvm);
    command.addAll(
        List.of(
            "-cp",
            System.getProperty("java.class.path"),
            Main.class.getName(),
            "serve",
            "--port",
            "0"));
    command.addAll(List.of(options));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().put("HOME", folder.toString());
    builder.environment().putAll(environment);
    File log = folder.resolve("serve.log").toFile();
    builder.redirectError(ProcessBuilder.Redirect.appendTo(log));
    Process process = builder.directory(folder.toFile()).start();
    BufferedReader out = process.inputReader(UTF_8);
    for (String line = out.readLine(); line != null; line = out.readLine()) {
      if (line.contains(UP)) {
        String page = line.substring(line.indexOf(UP) + UP.length());
        return new Serving(process, URI.create(page.substring(0, page.length() - 1)));
      }
    }
    throw new IllegalStateException("serve did not come up: " + Files.readString(log.toPath()));
  }

  long pid() {
    return process.pid();
  }

  int port() {
    return address.getPort();
  }

  /**
   * @param status that the answer must have
   * @throws IOException if there is none
   */
  JsonNode send(String method, String path, String body, int status)
      throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(address + path))
            .method(
                method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
            .build();
    HttpResponse<String> response = client.send(request, BodyHandlers.ofString(UTF_8));
    if (response.statusCode() != status) {
      throw new IllegalStateException(
          "%s %s: %d %s".formatted(method, path, response.statusCode(), response.body()));
    }
    return JSON.readTree(response.body());
  }

  JsonNode get(String path) throws IOException, InterruptedException {
    return send("GET", path, "", 200);
  }

  /** {@code kill -9}. */
  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  /** {@code kill}. */
  void stop() {
    process.destroy();
  }

  /** The exit status of one that was stopped. */
  int status() throws InterruptedException {
    if (!process.waitFor(90, TimeUnit.SECONDS)) {
      throw new IllegalStateException("serve has not ended in 90 seconds");
    }
    return process.exitValue();
  }

  @Override
  public void close() {
    client.shutdownNow();
    process.destroyForcibly();
  }
}
