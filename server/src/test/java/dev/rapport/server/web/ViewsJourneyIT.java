package dev.rapport.server.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.learn.LearnListener;
import dev.rapport.person.UserId;
import dev.rapport.privacy.PrivacyCategory;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Changes, chat, what waits, and the person's data. */
@ExtendWith(Browsing.class)
final class ViewsJourneyIT {
  private static final String FACE = ".line-face|" + SampleStore.LINE;

  @Test
  void givenAChangeSinceTheLastVisit_itIsShownMarkedAndThenSeen(Site site) {
    Tab tab = site.page();
    site.write(SampleStore.ANA, "Food and drink", "Prefers tea to coffee");

    tab.click(".tabs a|Changes").waitFor(".since ins|Prefers tea to coffee");
    tab.click("button|I have seen this").waitGone(".since");

    assertThat(tab.text(".lede")).contains("nothing changed");
  }

  @Test
  void givenAChangeSinceTheLastVisit_thePageSaysSo(Site site) {
    Tab tab = site.page();
    site.write(SampleStore.ANA, "Food and drink", "Prefers tea to coffee");

    tab.click(".tabs a|Try it").click(".tabs a|Page").waitFor(".news|has changed");
  }

  @Test
  void whenTheTimelineIsOpened_eachVersionTellsItsCauseAndDiff(Site site) {
    Tab tab = site.visit("#/p/ana/changes");

    assertThat(tab.count(".timeline > li")).isEqualTo(2);
    tab.click("li[data-revision='2'] summary").waitFor("li[data-revision='2'] ins");
    assertThat(tab.text("li[data-revision='1'] summary")).contains("Learned").contains("added");
  }

  @Test
  void whenTheNewestChangeIsUndone_aNewVersionSaysSo(Site site) {
    site.write(SampleStore.ANA, "Food and drink", "Prefers tea to coffee");
    Tab tab = site.visit("#/p/ana/changes");

    tab.click(".timeline button|Undo this").waitFor("li[data-revision='4'] summary|Undone");

    assertThat(site.people().page(SampleStore.ANA).lines())
        .noneMatch(line -> line.text().contains("tea"));
    assertThat(tab.text(".timeline li:has(button) .cause")).contains("Learned");
  }

  @Test
  void whenAsked_theAnswerNamesTheLinesItUsed_andShowsThemOnThePage(Site site) {
    Tab tab = site.visit("#/p/ana/chat");

    tab.fill("#main textarea", "My back hurts again, what did the neurosurgeon say?");
    tab.press("Enter").waitFor(".answer:not([aria-busy])").waitFor(".used-lines mark");
    tab.click(".used-lines a|See on the page").waitFor(".line.used");

    assertThat(tab.complaints()).isEmpty();
  }

  @Test
  void givenOptions_whenAsked_oneIsMarkedAsChosen(Site site) {
    Tab tab = site.visit("#/p/ana/chat").fill("#main textarea", "Where should I stay?");

    tab.click("summary|Let it choose")
        .fill("details textarea", "A hut in the dark\nA hotel in town");
    tab.click("button|Ask").waitFor(".options .chosen");

    assertThat(tab.count(".options li")).isEqualTo(2);
    assertThat(tab.text(".options .chosen .kind")).contains("chosen").contains("% sure");
  }

  @Test
  void givenWhatIsSaidIsLearnedFrom_itWaits_andIsLearnedNow(Site site) {
    Tab tab = site.visit("#/p/bo/chat").click("label|Learn from what I say");

    tab.fill("#main textarea", "I always drink green tea in the morning, never coffee.");
    tab.press("Enter").waitFor(".used-lines|Will be learned from");
    tab.click(".tabs a|Waiting").waitFor(".big|wait");
    tab.click("button|Learn now").waitFor(".big|0");

    assertThat(site.people().page(new UserId("bo")).lines())
        .anyMatch(line -> line.text().contains("green tea"));
  }

  @Test
  void givenSomethingSetAside_itTellsWhy_andIsTriedAgain(Site site) {
    UserId bo = new UserId("bo");
    site.observe(bo, "I always drink green tea in the morning.");
    site.buryAll(bo, "the model gave no page");

    Tab tab = site.visit("#/p/bo/waiting").waitFor(".facts li|the model gave no page");
    tab.click("button|Try these again").waitFor(".empty|Nothing was set aside");
  }

  @Test
  void whenDownloadedAndErased_theCopyBringsThePageBack(Site site, @TempDir Path folder)
      throws Exception {
    Tab tab = site.visit("#/p/ana/data").downloadsTo(folder);

    tab.click("button|Download").waitFor(".toast|Downloaded").waitForDownload();
    Path copy = folder.resolve("rapport-ana.zip");
    assertThat(Files.size(copy)).isPositive();

    tab.click("button|Erase everything").fill("dialog input", "anna");
    assertThat(tab.js("return findShown('dialog .grave').disabled").booleanValue()).isTrue();
    tab.fill("dialog input", "ana").click("dialog button|Erase for good");
    tab.waitFor(".toast|is gone").waitFor("h1|People");
    assertThat(site.people().store().people()).doesNotContain(SampleStore.ANA);

    tab.go(site.url() + "#/p/ana/data")
        .click("button|Import")
        .choose("dialog input[type=file]", copy);
    tab.click("dialog .main|Import").waitFor(".toast|Imported");
    tab.click(".tabs a|Page").waitFor(FACE);
  }

  @Test
  void givenAPrivateLine_itIsKeptOrMaskedAsThePersonSays(Site site) {
    UserId bo = new UserId("bo");
    site.write(bo, "Contact", "Reached at bo@example.org");
    site.write(bo, "Contact", "Old mail was rob@example.org");
    Tab tab = site.visit("#/p/bo/data");

    tab.click(".facts li:has(mark) button|Keep it").waitFor(".toast|Kept");
    tab.waitFor(".facts li|You keep it").click(".facts button|Mask it").waitFor(".toast|Masked");
    tab.waitGone(".facts button|Mask it");

    assertThat(site.people().page(bo).lines())
        .anyMatch(line -> line.text().contains("bo@example.org") && line.pinned())
        .anyMatch(line -> line.text().equals("Old mail was [email]"));
    assertThat(site.people().store().traces(bo))
        .noneMatch(trace -> trace.text().contains("rob@example.org"));
  }

  @Test
  void givenAPrivateThingIsSaid_thePersonIsAsked_andTheirAnswerHolds(Site site) {
    site.asking(PrivacyCategory.EMAIL);
    UserId bo = new UserId("bo");
    Tab tab = site.visit("#/p/bo/chat").click("label|Learn from what I say");

    tab.fill("#main textarea", "Please write to me at bo@example.org.").press("Enter");
    tab.waitFor(".ask|bo@example.org").click(".ask button|Keep it").click(".ask .main|Keep it");
    tab.waitFor(".ask|Kept, as a line you wrote");
    assertThat(site.people().page(bo).lines())
        .anyMatch(line -> line.text().contains("bo@example.org"));

    tab.go(site.url() + "#/p/bo/chat").click("label|Learn from what I say");
    tab.fill("#main textarea", "And my sister has ann@example.org.").press("Enter");
    tab.click(".ask button|Never keep it").waitFor(".ask|never be kept");
    assertThat(site.people().store().tombstones(bo)).isNotEmpty();
  }

  @Test
  void whenSomethingIsLearnedMeanwhile_theOpenPageAndTheBacklogShowIt(Site site) {
    UserId bo = new UserId("bo");
    site.observe(bo, "I always drink green tea in the morning, never coffee.");
    Tab waiting = site.visit("#/p/bo/waiting").waitFor(".big|1");
    Tab empty = site.visit("#/p/bo/page").waitFor(".empty|waits to be learned");
    Tab full = site.page();

    site.people().learner().fold(bo, LearnListener.SILENT);
    site.write(SampleStore.ANA, "Food and drink", "Prefers tea to coffee");

    waiting.waitFor(".big|0");
    empty.waitFor(".line-face|green tea");
    full.waitFor(".news.arrived").click(".news button|Show it").waitFor(".line-face|tea to coffee");
  }

  @Test
  void givenPrivateData_itIsFoundAndLedTo(Site site) {
    assertThat(site.visit("#/p/ana/data").text("section")).contains("Private data");
  }
}
