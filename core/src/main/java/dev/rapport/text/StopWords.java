package dev.rapport.text;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The commonest words of some languages: they carry no content, but tell the language. */
final class StopWords {
  /** Two-letter code to its words, in the order ties are decided. */
  static final Map<String, Set<String>> BY_LANGUAGE = byLanguage();

  /** Words that carry no content in any of the languages. */
  static final Set<String> ALL = all();

  private StopWords() {}

  private static Map<String, Set<String>> byLanguage() {
    Map<String, Set<String>> languages = new LinkedHashMap<>();
    languages.put(
        "en",
        words(
            "a about after all also am an and any are as at be because been before being but by can"
                + " could d did didn do does doesn doing don dont for from had has hasn have having"
                + " he her here him his how i if im in into is isn it its ive just like liked likes"
                + " ll m me more most my no nor not now of on only or other our out own re s she"
                + " should so some such t than that the their them then there these they this those"
                + " to too up us ve very was wasn we were what when where which while who why will"
                + " with won would you your"));
    languages.put(
        "es",
        words(
            "el la los las un una unos unas y o de del al en con por para que no se su sus lo le"
                + " les mi mis me te tu es son era está están como más pero muy ya si cuando donde"
                + " este esta esto hay fue ser yo nos ha he"));
    languages.put(
        "fr",
        words(
            "le la les un une des et ou de du au aux en dans avec pour par que qui ne pas se sa"
                + " son ses ce cette ces je tu il elle nous vous ils mon ma mes est sont était"
                + " plus mais très si quand où être l d j c n qu on suis ai"));
    languages.put(
        "de",
        words(
            "der die das den dem des ein eine einen einem und oder von zu zum zur im in mit für"
                + " auf aus bei nicht ich du er sie es wir ihr mein meine mich mir dich ist sind"
                + " war wie mehr aber sehr wenn als auch bin habe hat"));
    languages.put(
        "pt",
        words(
            "o a os as um uma uns umas e ou de do da dos das no na nos nas com por para que não se"
                + " seu sua lhe eu meu minha me te é são era está como mais mas muito já quando"
                + " onde este esta isto há foi ser ao"));
    languages.put(
        "it",
        words(
            "il lo la i gli le un una e o di del della dei delle al alla in nel nella con per che"
                + " non si suo sua mi ti io mio mia è sono era come più ma molto già se quando"
                + " dove questo questa c ho hai essere"));
    languages.put(
        "nl",
        words(
            "de het een en of van in op met voor aan bij niet ik jij je hij zij ze wij we mijn me"
                + " is zijn was waren hoe meer maar zeer als ook dat dit die wat er naar om te"));
    languages.put(
        "pl",
        words(
            "i w we z ze na do nie to jest są się jak ale o od po za przez dla czy co ja ty on ona"
                + " my mój moja mnie mi ten ta te tego tym być był była już tylko bardzo bo"));
    languages.put(
        "sv",
        words(
            "och i att det som en ett på är av för med den till inte om jag du han hon vi de mig"
                + " min mitt mina har hade var men så från eller när mycket också kan ska"));
    languages.put(
        "tr",
        words(
            "ve bir bu da de için ile çok ben sen o biz siz onlar benim bana beni ne gibi daha ama"
                + " değil var yok mi mı olarak olan kadar sonra her en şey"));
    return languages;
  }

  private static Set<String> words(String list) {
    return new LinkedHashSet<>(List.of(list.split(" ")));
  }

  private static Set<String> all() {
    Set<String> all = new LinkedHashSet<>();
    BY_LANGUAGE.values().forEach(all::addAll);
    // Little words in one language, content in English.
    all.removeAll(words("son come war die met mine van sen biz ten"));
    return all;
  }
}
