package dev.rapport.server.web;

import java.nio.file.Path;

/** A walk through one person's page that stops for pictures. */
final class PictureWalk {
  private static final String QUESTION =
      "Night bus to Sucre for a baptism. Which kind of seat should I take?";

  private static final String OPTIONS =
      """
      The first row on top, behind the big glass: you follow the moon down the curves.
      Near the middle on the ground floor: you close the curtain and the road disappears.
      The last bench, across all five seats: you stretch out as at home.""";

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

  void everything() {
    tab.size(1200, 860).theme(theme);
    person("page").click(".line-face").waitFor(".note .story|On the page since");
    take("page");
    person("chat").fill("#main textarea", QUESTION).press("Enter");
    tab.waitFor(".answer:not([aria-busy])").waitFor(".used-lines .mend");
    tab.click("summary|Let it choose").fill("details textarea", OPTIONS);
    tab.fill("#main textarea", QUESTION).click("button|Ask").waitFor(".options .chosen");
    tab.click("summary|Let it choose");
    take("chat");
    person("changes").click("summary").waitFor(".diff");
    take("page-changes");
    person("data").waitFor("main|newest").waitGone(".wait");
    take("page-data");
    person("page").click(".line-face").click(".note button|Never remember this");
    tab.waitFor("dialog .places");
    take("forget");
    tab.go(url + "#/p/cliona/waiting").waitFor(".big");
    take("page-waiting");
    tab.go(url + "#/work").waitFor(".figures");
    take("admin");
    tab.go(url + "#/people").waitFor("tbody");
    take("admin-people");
  }

  void phone() {
    tab.size(390, 800).theme(theme).touch();
    person("page").tap(".line-face").waitFor(".note .story|On the page since");
    tab.screenshot(folder.resolve("page-phone.png"));
    person("chat").fill("#main textarea", QUESTION).press("Enter");
    tab.waitFor(".answer:not([aria-busy])").waitFor(".used-lines");
    tab.screenshot(folder.resolve("chat-phone.png"));
  }

  private Tab person(String view) {
    return tab.go(url + "#/p/grover/" + view);
  }

  private void take(String name) {
    tab.screenshot(folder.resolve(name + "-" + theme + ".png"));
  }
}
