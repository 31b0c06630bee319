package dev.rapport.server.web;

import java.util.List;
import java.util.Map;

/** A key with what is held down beside it, as the DevTools protocol wants it. */
record Key(String name, int modifiers) {
  private static final Map<String, Integer> HELD = Map.of("Alt", 1, "Control", 2, "Shift", 8);
  private static final Map<String, Integer> CODES =
      Map.of(
          "Enter",
          13,
          "Tab",
          9,
          "Escape",
          27,
          "ArrowDown",
          40,
          "ArrowUp",
          38,
          "Home",
          36,
          "End",
          35,
          "Delete",
          46,
          " ",
          32);

  /** "Shift+Tab". */
  static Key of(String keys) {
    int modifiers = 0;
    String rest = keys;
    for (int plus = rest.indexOf('+'); plus > 0; plus = rest.indexOf('+')) {
      modifiers |= HELD.get(rest.substring(0, plus));
      rest = rest.substring(plus + 1);
    }
    return new Key(rest.equals("Space") ? " " : rest, modifiers);
  }

  /** Down and up, as parameters of {@code Input.dispatchKeyEvent}. */
  List<Object[]> strokes() {
    int code = CODES.getOrDefault(name, (int) Character.toUpperCase(name.charAt(0)));
    String text = name.equals("Enter") ? "\r" : name.length() == 1 && modifiers == 0 ? name : "";
    return List.of(
        new Object[] {
          "type",
          text.isEmpty() ? "rawKeyDown" : "keyDown",
          "key",
          name,
          "code",
          name.equals(" ") ? "Space" : name,
          "windowsVirtualKeyCode",
          code,
          "modifiers",
          modifiers,
          "text",
          text
        },
        new Object[] {
          "type", "keyUp", "key", name, "windowsVirtualKeyCode", code, "modifiers", modifiers
        });
  }
}
