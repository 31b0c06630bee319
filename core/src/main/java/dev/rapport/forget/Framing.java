package dev.rapport.forget;

import dev.rapport.text.Words;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * Words that frame a line and say nothing of its matter: "enjoys", "often", "wants". What is
 * forgotten is the matter, however it is framed when it comes again.
 */
final class Framing {
  private static final Set<String> STEMS =
      Set.copyOf(
          Words.stems(
              "accept accepts appreciate appreciates ask asks asked avoid avoids away back bad bit"
                  + " care cares choose chooses chose dislike dislikes disliked enjoy"
                  + " enjoys enjoyed every everything especially fan favorite favourite feel feels"
                  + " felt find finds first forget gets get getting give gives go goes going good"
                  + " great happy hate hates hated interested interest interests keep keeps kind"
                  + " know knows last least little long lot lots love loves loved make makes mainly"
                  + " many mention mentioned might mostly much need needs never new nice often"
                  + " old once one ones people person please prefer prefers preferred preference"
                  + " quite rarely rather really regular regularly remember say says said see seem"
                  + " seems since something sometimes still sure take takes tend tends thing things"
                  + " think thinks time times told try tries tried two use used user uses using"
                  + " usually want wants wanted way well wish wishes without"
                  + " year years"));

  private Framing() {}

  /** Stems of a text's matter, without repeats. */
  static Set<String> matter(String text) {
    Set<String> matter = new LinkedHashSet<>(Words.stems(text));
    matter.removeAll(STEMS);
    return matter;
  }
}
