package dev.rapport.server.web;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A headless Chromium of this machine; each {@link #newTab} has cookies and storage of its own. */
final class Chromium implements AutoCloseable {
  /** Where the browser is, or "none" to leave these tests out. */
  static final String PROPERTY = "rapport.browser";

  private static final List<String> NAMES =
      List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable");
  private static final Pattern LISTENING = Pattern.compile("DevTools listening on (ws://\\S+)");

  private final Process process;
  private final Path profile;
  private final HttpClient client = HttpClient.newHttpClient();
  private final Cdp cdp;

  private Chromium(Process process, Path profile, URI address) {
    this.process = process;
    this.profile = profile;
    this.cdp = Cdp.connect(client, address);
  }

  /**
   * @throws AssertionError if there is no browser; the message says how to get one
   */
  static Chromium start() {
    Path browser =
        find()
            .orElseThrow(
                () ->
                    new AssertionError(
                        "no Chromium on the path, looked for %s. Mend: apt-get install chromium, or -D%s=PATH, or -D%s=none to leave the browser's tests out"
                            .formatted(NAMES, PROPERTY, PROPERTY)));
    try {
      Path profile = Files.createTempDirectory("rapport-chromium");
      Process process =
          new ProcessBuilder(
                  browser.toString(),
                  "--headless=new",
                  "--no-sandbox",
                  "--disable-gpu",
                  "--disable-dev-shm-usage",
                  "--disable-extensions",
                  "--disable-background-networking",
                  "--disable-background-timer-throttling",
                  "--disable-backgrounding-occluded-windows",
                  "--disable-renderer-backgrounding",
                  "--no-first-run",
                  "--lang=en-GB",
                  "--hide-scrollbars",
                  "--window-size=1600,1300",
                  "--force-color-profile=srgb",
                  "--remote-debugging-port=0",
                  "--user-data-dir=" + profile,
                  "about:blank")
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      return new Chromium(process, profile, address(process));
    } catch (IOException e) {
      throw new UncheckedIOException("could not start " + browser, e);
    }
  }

  Tab newTab() {
    String context =
        cdp.call("", "Target.createBrowserContext", "disposeOnDetach", true)
            .get("browserContextId")
            .textValue();
    return Tab.open(cdp, context);
  }

  private static Optional<Path> find() {
    String named = System.getProperty(PROPERTY, "");
    if (!named.isEmpty()) {
      return Optional.of(Path.of(named)).filter(Files::isExecutable);
    }
    return Stream.of(System.getenv("PATH").split(File.pathSeparator))
        .flatMap(folder -> NAMES.stream().map(name -> Path.of(folder, name)))
        .filter(Files::isExecutable)
        .findFirst();
  }

  private static URI address(Process process) throws IOException {
    BufferedReader told = process.errorReader();
    StringBuilder said = new StringBuilder();
    for (String line = told.readLine(); line != null; line = told.readLine()) {
      Matcher listening = LISTENING.matcher(line);
      if (listening.find()) {
        Thread.ofPlatform().daemon().start(() -> drain(told)); // a read of a pipe holds its carrier
        return URI.create(listening.group(1));
      }
      said.append(line).append('\n');
    }
    throw new IOException("Chromium ended before it listened; it said: " + said);
  }

  /** Keeps the pipe empty, so that the browser never waits for a reader. */
  private static void drain(BufferedReader told) {
    try {
      told.transferTo(Writer.nullWriter());
    } catch (IOException e) {
      // the browser has ended
    }
  }

  @Override
  public void close() {
    process.descendants().forEach(ProcessHandle::destroy);
    process.destroy();
    try {
      if (!process.waitFor(5, TimeUnit.SECONDS)) {
        process.destroyForcibly().waitFor();
      }
      try (Stream<Path> files = Files.walk(profile)) {
        files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    client.close();
  }
}
