package dev.rapport.train.mini;

import java.util.List;

/**
 * Something people have tastes in.
 *
 * @param name as questions call it
 * @param tastes what one can prefer
 * @param hints by taste, the things that imply it; a taste itself is never said in a conversation
 */
record Topic(String name, List<String> tastes, List<List<String>> hints) {
  static final List<Topic> ALL =
      List.of(
          of("food", "italian: carbonara risotto", "thai: satay tomyum", "mexican: tacos burrito"),
          of("music", "jazz: saxophone bebop", "rock: guitars drums", "classical: violins opera"),
          of(
              "sport",
              "climbing: harness boulder",
              "swimming: goggles laps",
              "tennis: racket volley"),
          of("travel", "beach: snorkel surf", "mountains: ridge glacier", "cities: museums trams"));

  Topic {
    tastes = List.copyOf(tastes);
    hints = hints.stream().map(List::copyOf).toList();
  }

  private static Topic of(String name, String... lines) {
    List<String[]> parts = List.of(lines).stream().map(line -> line.split(": ", 2)).toList();
    return new Topic(
        name,
        parts.stream().map(part -> part[0]).toList(),
        parts.stream().map(part -> List.of(part[1].split(" "))).toList());
  }
}
