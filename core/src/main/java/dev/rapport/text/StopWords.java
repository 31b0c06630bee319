package dev.rapport.text;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The commonest words of some languages: they carry no content, but tell the language. */
final class StopWords {
  static final Map<String, Set<String>> BY_LANGUAGE =
      Map.of(
          "en",
              words(
                  "a about after all also am an and any are as at be because been before but by can could did do does"
                      + " doing don dont for from had has have he her here him his how i if im in into is it its ive"
                      + " just like me more most my no not now of on only or other our out over own she should so some"
                      + " such than that the their them then there these they this those to too up us very was we were"
                      + " what when where which while who why will with would you your"),
          "es",
              words(
                  "el la los las un una unos unas y o de del al en con por para que no se su sus lo le les mi mis me te"
                      + " tu es son era está están como más pero muy ya si cuando donde este esta esto hay fue ser"),
          "fr",
              words(
                  "le la les un une des et ou de du au aux en dans avec pour par que qui ne pas se sa son ses ce cette"
                      + " ces je tu il elle nous vous ils mon ma mes est sont était plus mais très si quand où être"),
          "de",
              words(
                  "der die das den dem des ein eine einen einem und oder von zu zum zur im in mit für auf aus bei nicht"
                      + " ich du er sie es wir ihr mein meine mich mir dich ist sind war wie mehr aber sehr wenn als auch"),
          "pt",
              words(
                  "o a os as um uma uns umas e ou de do da dos das no na nos nas com por para que não se seu sua lhe eu"
                      + " meu minha me te é são era está como mais mas muito já quando onde este esta isto há foi ser"),
          "it",
              words(
                  "il lo la i gli le un una e o di del della dei delle al alla in nel nella con per che non si suo sua"
                      + " mi ti io mio mia è sono era come più ma molto già se quando dove questo questa c ho hai essere"),
          "nl",
              words(
                  "de het een en of van in op met voor aan bij niet ik jij je hij zij ze wij we mijn me is zijn was"
                      + " waren hoe meer maar zeer als ook dat dit die wat er naar om te"));

  static final Set<String> ALL = all();

  private StopWords() {}

  private static Set<String> words(String list) {
    return Set.copyOf(new LinkedHashSet<>(List.of(list.split(" "))));
  }

  private static Set<String> all() {
    Set<String> all = new LinkedHashSet<>();
    BY_LANGUAGE.values().forEach(all::addAll);
    // Little words in one language, content in another.
    all.removeAll(words("son come war die met mine van"));
    return Set.copyOf(all);
  }
}
