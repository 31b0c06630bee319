package dev.rapport.server.web;

import static dev.rapport.server.web.Tab.quoted;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;

/**
 * A mouse or a finger that does not miss. A press waits until its element stands still, is enabled
 * and lies on top. Should it move away all the same between the look and the press, the page
 * swallows the press before anything hears of it, and it is aimed again.
 */
final class Pointer {
  /** How often it is aimed before the test fails. */
  private static final int AIMS = 20;

  /** Functions of the page, from before its own scripts on. */
  static final String AIMING =
      """
      window.aimedAt = async (named) => {
        const frame = () => new Promise((done) => requestAnimationFrame(() => done()));
        const middle = (box) => [box.x + Math.min(box.width / 2, 200), box.y + box.height / 2];
        const still = (a, b) => a && b && ["x", "y", "width", "height"].every((side) => a[side] === b[side]);
        let block = "nearest";
        const aim = async () => {
          const one = findShown(named);
          if (!one || one.matches(":disabled")) return frame();
          one.scrollIntoView({block, behavior: "instant"});
          const before = one.getClientRects()[0];
          await frame();
          await frame();
          const box = one.getClientRects()[0];
          if (!one.isConnected || !still(before, box)) return null;
          const at = middle(box);
          const hit = document.elementFromPoint(...at);
          if (one.contains(hit)) return {one, at};
          block = "center";
        };
        const end = performance.now() + PATIENCE;
        for (;;) {
          const found = await aim();
          if (found) return found;
          if (performance.now() > end) throw new Error(pageSays("nothing to press: " + named));
        }
      };
      window.pressing = (one) => {
        const press = {began: false, done: false};
        const guard = (event) => {
          if (!event.isTrusted) return;
          if (!one.contains(event.target)) {
            event.preventDefault();
            event.stopImmediatePropagation();
          } else if (event.type === "click") press.done = true;
          else press.began = true;
        };
        const types = ["pointerdown", "mousedown", "pointerup", "mouseup", "click", "touchstart", "touchend"];
        types.forEach((type) => window.addEventListener(type, guard, {capture: true, passive: false}));
        press.end = () => types.forEach((type) => window.removeEventListener(type, guard, {capture: true}));
        window.press = press;
      };
      window.pressed = async () => {
        const press = window.press;
        if (!press) return true;
        for (let i = 0; i < 20 && press.began && !press.done; i++) await new Promise((done) => setTimeout(done, 10));
        press.end();
        delete window.press;
        return press.done;
      };
      """;

  private final Tab tab;

  Pointer(Tab tab) {
    this.tab = tab;
  }

  void hover(String element) {
    mouse("mouseMoved", tab.js("return (await aimedAt(%s)).at".formatted(quoted(element))), 0);
  }

  void click(String element) {
    press(
        element,
        at -> {
          mouse("mousePressed", at, 1);
          mouse("mouseReleased", at, 1);
        });
  }

  void tap(String element) {
    press(
        element,
        at -> {
          List<Map<String, Double>> points = List.of(Map.of("x", x(at), "y", y(at)));
          tab.call("Input.dispatchTouchEvent", "type", "touchStart", "touchPoints", points);
          tab.call("Input.dispatchTouchEvent", "type", "touchEnd", "touchPoints", List.of());
        });
  }

  private interface Stroke {
    void at(JsonNode point);
  }

  private void press(String element, Stroke stroke) {
    for (int i = 0; i < AIMS; i++) {
      hoverFirst(element, stroke);
      if (tab.js("return pressed()").booleanValue()) {
        return;
      }
    }
    throw new AssertionError("%s moved away from %d presses".formatted(element, AIMS));
  }

  /** What a pointer over it changes of the page has changed before it is pressed. */
  private void hoverFirst(String element, Stroke stroke) {
    hover(element);
    stroke.at(
        tab.js(
            "const {one, at} = await aimedAt(%s); pressing(one); return at"
                .formatted(quoted(element))));
  }

  private void mouse(String type, JsonNode at, int clicks) {
    tab.call(
        "Input.dispatchMouseEvent",
        "type",
        type,
        "x",
        x(at),
        "y",
        y(at),
        "button",
        clicks == 0 ? "none" : "left",
        "clickCount",
        clicks,
        "pointerType",
        "mouse");
  }

  private static double x(JsonNode point) {
    return point.get(0).asDouble();
  }

  private static double y(JsonNode point) {
    return point.get(1).asDouble();
  }
}
