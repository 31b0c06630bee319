package dev.rapport.data.sample;

import java.util.List;

/** Who the persona is. Gold: no memory strategy ever sees it. */
public record Profile(
    String name,
    int age,
    String gender,
    String nationality,
    String raceEthnicity,
    String location,
    List<String> languagesSpoken,
    String education,
    String occupation,
    String personality,
    String values,
    String speakingStyle) {
  public Profile {
    languagesSpoken = List.copyOf(languagesSpoken);
  }
}
