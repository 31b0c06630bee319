package dev.rapport.server.web;

import java.nio.file.Path;

/** A walk through one person's page that stops for pictures. */
final class PictureWalk {
  private static final String QUESTION =
      "We baptise the youngest in November, eighty people in the yard. What music do we take?";
  private static final String OPTIONS =
      """
      The blind harpist from Vitichi, in the shade, for the old tonadas.
      A dozen men from Oruro with trumpets, tubas and a bombo: nobody stays on his chair.
      The boy with the keyboard and the coloured lights, for cumbia.""";

  private final Tab tab;
  private final String url;
  private final String theme;
  private final Path folder;

  PictureWalk(Tab tab, String url, String theme, Path folder) {
    this.tab = tab;
    this.url = url;
    this.theme = theme;
    this.folder = folder;
  }

  /** The page and the chat by day or night. */
  void page() {
    tab.size(1200, 860).theme(theme);
    person("page").click(".line-face").waitFor(".note .story|On the page since");
    take("page-" + theme);
    ask().click("summary|Let it choose").fill("details textarea", OPTIONS);
    tab.fill("#main textarea", QUESTION).click("button|Ask").waitFor(".options .chosen");
    tab.click("summary|Let it choose").size(1200, 1060).js("scrollTo(0, 0)");
    take("chat-" + theme);
  }

  void everythingElse() {
    tab.size(1200, 860).theme(theme);
    person("changes").click("summary").waitFor(".diff");
    take("page-changes");
    person("data").waitFor("main|newest").waitGone(".wait");
    take("page-data");
    person("page").click(".line-face").click(".note button|Never remember this");
    tab.waitFor("dialog .places");
    take("forget");
    tab.go(url + "#/work").waitFor(".figures");
    take("admin");
  }

  void phone() {
    tab.size(390, 800).theme(theme).touch();
    person("page").tap(".line-face").waitFor(".note .story|On the page since");
    take("page-phone");
    ask();
    take("chat-phone");
  }

  private Tab ask() {
    person("chat").fill("#main textarea", QUESTION).press("Enter");
    return tab.waitFor(".answer:not([aria-busy])").waitFor(".used-lines .mend");
  }

  private Tab person(String view) {
    return tab.go(url + "#/p/grover/" + view);
  }

  private void take(String name) {
    tab.screenshot(folder.resolve(name + ".png"));
  }
}
