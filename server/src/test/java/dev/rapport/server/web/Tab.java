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
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * One page in the browser, driven as a person drives it: with a pointer, keys and a viewport.
 * Elements are named by a CSS selector, or {@code selector|text} for the visible one that holds the
 * text. Everything that names an element waits for it.
 */
final class Tab implements AutoCloseable {
  private static final String PATIENCE = "15000";

  private final Cdp cdp;
  private final String context;
  private final String session;
  private final List<String> complaints = new CopyOnWriteArrayList<>();

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
    tab.call("Page.addScriptToEvaluateOnNewDocument", "source", FINDING);
    tab.size(1200, 900);
    return tab;
  }

  private static final String FINDING =
      """
      window.findShown = (named) => {
        const [selector, text] = named.split("|");
        return Array.from(document.querySelectorAll(selector)).find((one) =>
          one.checkVisibility({visibilityProperty: true}) && (!text || one.textContent.includes(text)));
      };
      window.patiently = async (look, what) => {
        const end = performance.now() + %s;
        for (;;) {
          const found = look();
          if (found) return found;
          if (performance.now() > end) throw new Error("waited in vain for " + what + "; the page says: " + document.body.innerText.slice(0, 1500));
          await new Promise((done) => setTimeout(done, 15));
        }
      };
      """
          .formatted(PATIENCE);

  private void hear(JsonNode event) {
    if (!event.path("sessionId").asText().equals(session)) {
      return;
    }
    JsonNode params = event.path("params");
    switch (event.path("method").asText()) {
      case "Runtime.exceptionThrown" -> complaints.add(params.path("exceptionDetails").toString());
      case "Log.entryAdded" -> complaints.add(params.path("entry").path("text").asText());
      case "Runtime.consoleAPICalled" -> complaints.add(params.path("args").toString());
      default -> {}
    }
  }

  /** What the browser complained of: exceptions, breaches of the CSP, failed requests. */
  List<String> complaints() {
    return complaints;
  }

  JsonNode call(String method, Object... params) {
    return cdp.call(session, method, params);
  }

  Tab go(String url) {
    call("Page.navigate", "url", url);
    js("return patiently(() => document.readyState === 'complete', 'the page to load')");
    js("await document.fonts.ready");
    return waitFor("main h1");
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
    mouse("mouseMoved", middle(element), 0);
    return this;
  }

  Tab click(String element) {
    JsonNode at = middle(element);
    mouse("mouseMoved", at, 0);
    mouse("mousePressed", at, 1);
    mouse("mouseReleased", at, 1);
    return this;
  }

  Tab tap(String element) {
    JsonNode at = middle(element);
    List<Map<String, Double>> points =
        List.of(Map.of("x", at.get(0).asDouble(), "y", at.get(1).asDouble()));
    call("Input.dispatchTouchEvent", "type", "touchStart", "touchPoints", points);
    call("Input.dispatchTouchEvent", "type", "touchEnd", "touchPoints", List.of());
    return this;
  }

  /** Types over what a field holds. */
  Tab fill(String element, String text) {
    js("(await patiently(() => findShown(%s), %<s)).select()".formatted(quoted(element)));
    js("findShown(%s).focus()".formatted(quoted(element)));
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

  /** "prefers-color-scheme", "dark" and the like. */
  Tab prefers(String feature, String value) {
    call(
        "Emulation.setEmulatedMedia", "features", List.of(Map.of("name", feature, "value", value)));
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
        folder.toString());
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

  private JsonNode middle(String element) {
    return js(
        """
        const frame = () => new Promise((done) => requestAnimationFrame(done));
        let box, then;
        do {
          const one = await patiently(() => findShown(%s), %<s);
          one.scrollIntoView({block: "nearest"});
          then = one.getClientRects()[0];
          await frame();
          await frame();
          box = one.getClientRects()[0];
        } while (!box || box.x !== then.x || box.y !== then.y);
        return [box.x + Math.min(box.width / 2, 200), box.y + box.height / 2];
        """
            .formatted(quoted(element)));
  }

  private void mouse(String type, JsonNode at, int clicks) {
    call(
        "Input.dispatchMouseEvent",
        "type",
        type,
        "x",
        at.get(0).asDouble(),
        "y",
        at.get(1).asDouble(),
        "button",
        clicks == 0 ? "none" : "left",
        "clickCount",
        clicks,
        "pointerType",
        "mouse");
  }

  static String quoted(String text) {
    return Cdp.JSON.valueToTree(text).toString();
  }

  @Override
  public void close() {
    cdp.call("", "Target.disposeBrowserContext", "browserContextId", context);
  }
}
