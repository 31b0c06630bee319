package dev.rapport.server.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** "Never remember this". */
@ExtendWith(Browsing.class)
final class ForgetJourneyIT {
  private static final String FACE = ".line-face|" + SampleStore.LINE;

  @Test
  void whenAsked_itShowsFirstWhatWouldGoAndFromWhere(Site site) {
    Tab tab = site.page().click(FACE).click(".note button|Never remember this");

    tab.waitFor("dialog .going li|" + SampleStore.LINE).waitFor("dialog .places li|older version");
    tab.click("dialog button|Keep it").waitGone("dialog");

    assertThat(site.people().page(SampleStore.ANA).revision()).isEqualTo(2);
    assertThat(tab.focused()).isNotBlank();
  }

  @Test
  void whenConfirmed_itIsGoneEverywhere_andTheEvidenceIsShown(Site site) {
    Tab tab = site.page().click(FACE).click(".note button|Never remember this");

    tab.click("dialog button|Forget for good").waitFor("dialog|nothing of it is left");
    assertThat(tab.text("dialog .places")).contains("stored texts");
    tab.click("dialog button|Close").waitGone("dialog").waitGone(FACE);

    assertThat(site.people().store().traces(SampleStore.ANA))
        .noneMatch(trace -> trace.text().contains(SampleStore.LINE));
  }

  @Test
  void givenWords_whenForgotten_allThatHoldsThemGoes(Site site) {
    Tab tab = site.page().click(".hint button|Forget something else");

    tab.fill("dialog input", "Nelspruit").click("dialog label|As words");
    tab.click("dialog button|Show what would go").waitFor("dialog .going li|Nelspruit");
    tab.click("dialog button|Forget for good").waitFor("dialog|nothing of it is left");

    assertThat(site.people().page(SampleStore.ANA).lines())
        .noneMatch(line -> line.text().contains("Nelspruit"));
  }
}
