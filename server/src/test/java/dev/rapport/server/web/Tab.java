package dev.rapport.server.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

/**
 * One page in the browser, driven as a person drives it: with a pointer, keys and a viewport.
 * Elements are named by a CSS selector, or {@code selector|text} for the visible one that holds the
 * text. Everything that names an element waits for it.
 */
final class Tab implements AutoCloseable {
  private static final int PATIENCE_MILLIS = 40_000;

  private final Cdp cdp;
  private final String context;
  private final String session;
  private final Pointer pointer = new Pointer(this);
  private final CompletableFuture<Void> downloaded = new CompletableFuture<>();
  private final List<String> complaints = new CopyOnWriteArrayList<>();
  private final List<String> breaches = new CopyOnWriteArrayList<>();

  private Tab(Cdp cdp, String context, String session) {
    this.cdp = cdp;
    this.context = context;
    this.session = session;
  }

  static Tab open(Cdp cdp, String context) {
    String target =
        cdp.call("", "Target.createTarget", "url", "about:blank", "browserContextId", context)
            .get("targetId")
            .textValue();
    String session =
        cdp.call("", "Target.attachToTarget", "targetId", target, "flatten", true)
            .get("sessionId")
            .textValue();
    Tab tab = new Tab(cdp, context, session);
    cdp.onEvent(tab::hear);
    tab.call("Runtime.enable");
    tab.call("Log.enable");
    tab.call("Page.enable");
    tab.call("Network.enable");
    tab.call("Emulation.setFocusEmulationEnabled", "enabled", true);
    tab.call("Page.addScriptToEvaluateOnNewDocument", "source", FINDING + Pointer.AIMING);
    tab.size(1200, 900);
    return tab;
  }

  private static final String FINDING =
      """
      window.PATIENCE = %d;
      window.findShown = (named) => {
        const [selector, text] = named.split("|");
        return Array.from(document.querySelectorAll(selector)).find((one) =>
          one.checkVisibility({visibilityProperty: true}) && (!text || one.textContent.includes(text)));
      };
      window.pageSays = (what) => what + "; the page says: " + document.body.innerText.slice(0, 1500);
      window.patiently = async (look, what) => {
        const end = performance.now() + PATIENCE;
        for (;;) {
          const found = look();
          if (found) return found;
          if (performance.now() > end) throw new Error(pageSays("waited in vain for " + what));
          await new Promise((done) => setTimeout(done, 15));
        }
      };
      """
          .formatted(PATIENCE_MILLIS);

  private void hear(JsonNode event) {
    if (event.path("method").asText().equals("Browser.downloadProgress")
        && event.path("params").path("state").asText().equals("completed")) {
      downloaded.complete(null);
    }
    if (!event.path("sessionId").asText().equals(session)) {
      return;
    }
    JsonNode params = event.path("params");
    switch (event.path("method").asText()) {
      case "Runtime.exceptionThrown" -> breach(params.path("exceptionDetails").toString());
      case "Runtime.consoleAPICalled" -> breach(params.path("args").toString());
      case "Page.javascriptDialogOpening" -> breach("dialog: " + params.path("message").asText());
      case "Log.entryAdded" -> logged(params.path("entry"));
      default -> {}
    }
  }

  private void logged(JsonNode entry) {
    if (entry.path("source").asText().equals("network")) {
      complaints.add(entry.path("text").asText());
    } else {
      breach(entry.toString());
    }
  }

  private void breach(String what) {
    complaints.add(what);
    breaches.add(what);
  }

  /** What the browser complained of: {@link #breaches} and requests that failed. */
  List<String> complaints() {
    return complaints;
  }

  /**
   * What no page may ever do: exceptions nobody caught, breaches of the CSP, words to a console.
   */
  List<String> breaches() {
    return breaches;
  }

  JsonNode call(String method, Object... params) {
    return cdp.call(session, method, params);
  }

  /** Opens an address anew, also where only what follows its {@code #} is other. */
  Tab go(String url) {
    call("Page.navigate", "url", "about:blank");
    call("Page.navigate", "url", url);
    js("return patiently(() => document.readyState === 'complete', 'the page to load')");
    js("await document.fonts.ready");
    return waitFor("main:not([aria-busy]) h1");
  }

  /** Runs the body of an async function in the page and gives its result. */
  JsonNode js(String body) {
    JsonNode answer =
        call(
            "Runtime.evaluate",
            "expression",
            "(async () => {" + body + "})()",
            "awaitPromise",
            true,
            "returnByValue",
            true);
    if (answer.has("exceptionDetails")) {
      throw new AssertionError(
          answer.path("exceptionDetails").path("exception").path("description").asText());
    }
    return answer.path("result").path("value");
  }

  Tab waitFor(String element) {
    js("await patiently(() => findShown(%s), %<s)".formatted(quoted(element)));
    return this;
  }

  Tab waitGone(String element) {
    js("await patiently(() => !findShown(%s), 'the end of ' + %<s)".formatted(quoted(element)));
    return this;
  }

  boolean shows(String element) {
    return js("return !!findShown(%s)".formatted(quoted(element))).booleanValue();
  }

  String text(String element) {
    return js("return (await patiently(() => findShown(%s), %<s)).innerText"
            .formatted(quoted(element)))
        .textValue();
  }

  int count(String selector) {
    return js("return document.querySelectorAll(%s).length".formatted(quoted(selector))).intValue();
  }

  /** Text of what has the focus. */
  String focused() {
    return js("return document.activeElement.textContent || document.activeElement.value || ''")
        .textValue();
  }

  Tab hover(String element) {
    pointer.hover(element);
    return this;
  }

  Tab click(String element) {
    pointer.click(element);
    return this;
  }

  Tab tap(String element) {
    pointer.tap(element);
    return this;
  }

  /** Types over what a field holds. */
  Tab fill(String element, String text) {
    js(
        """
        const field = await patiently(() => findShown(%s), %<s);
        field.focus();
        field.select();
        """
            .formatted(quoted(element)));
    return type(text);
  }

  Tab type(String text) {
    if (text.isEmpty()) {
      return press("Delete");
    }
    call("Input.insertText", "text", text);
    return this;
  }

  /** "Enter", "Shift+Tab", "Control+z"... */
  Tab press(String keys) {
    Key.of(keys).strokes().forEach(stroke -> call("Input.dispatchKeyEvent", stroke));
    return this;
  }

  Tab size(int width, int height) {
    call(
        "Emulation.setDeviceMetricsOverride",
        "width",
        width,
        "height",
        height,
        "deviceScaleFactor",
        1,
        "mobile",
        false);
    return this;
  }

  Tab touch() {
    call("Emulation.setTouchEmulationEnabled", "enabled", true);
    return this;
  }

  /** "light" or "dark", without the fading between them. */
  Tab theme(String theme) {
    List<Map<String, String>> wishes =
        List.of(
            Map.of("name", "prefers-color-scheme", "value", theme),
            Map.of("name", "prefers-reduced-motion", "value", "reduce"));
    call("Emulation.setEmulatedMedia", "features", wishes);
    return this;
  }

  Tab offline(boolean off) {
    call(
        "Network.emulateNetworkConditions",
        "offline",
        off,
        "latency",
        0,
        "downloadThroughput",
        -1,
        "uploadThroughput",
        -1);
    return this;
  }

  Tab downloadsTo(Path folder) {
    cdp.call(
        "",
        "Browser.setDownloadBehavior",
        "behavior",
        "allow",
        "browserContextId",
        context,
        "downloadPath",
        folder.toString(),
        "eventsEnabled",
        true);
    return this;
  }

  /** Until the first download has come whole. */
  Tab waitForDownload() {
    downloaded.orTimeout(PATIENCE_MILLIS, TimeUnit.MILLISECONDS).join();
    return this;
  }

  Tab choose(String input, Path file) {
    String object =
        call("Runtime.evaluate", "expression", "findShown(%s)".formatted(quoted(input)))
            .path("result")
            .path("objectId")
            .textValue();
    call("DOM.setFileInputFiles", "files", List.of(file.toString()), "objectId", object);
    return this;
  }

  /** Nothing sticks out at the sides. */
  Tab fits() {
    JsonNode wide =
        js(
            """
            const room = document.documentElement.clientWidth;
            return Array.from(document.querySelectorAll("body *"))
              .filter((one) => one.checkVisibility() && !one.closest(".wide, .unseen, .skip"))
              .filter((one) => one.getBoundingClientRect().right > room + 1 || one.getBoundingClientRect().left < -1)
              .map((one) => one.tagName + "." + one.className + " " + one.textContent.slice(0, 40));
            """);
    assertThat(wide).as("elements wider than the window").isEmpty();
    return this;
  }

  Tab screenshot(Path file) {
    String data = call("Page.captureScreenshot", "format", "png").get("data").textValue();
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      Files.write(file, Base64.getDecoder().decode(data));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return this;
  }

  static String quoted(String text) {
    return Cdp.JSON.valueToTree(text).toString();
  }

  @Override
  public void close() {
    cdp.call("", "Target.disposeBrowserContext", "browserContextId", context);
  }
}
