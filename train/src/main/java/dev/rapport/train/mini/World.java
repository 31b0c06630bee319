package dev.rapport.train.mini;

import dev.rapport.train.mini.Person.Turn;
import dev.rapport.train.rollout.Seeds;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;

/**
 * People by number. Those of training and of test never share a profile: no one who is tested has
 * the tastes of anyone who was learned from.
 *
 * @param chunks of a history
 * @param turns of a chunk
 */
record World(long seed, int chunks, int turns) {
  private static final List<String> NEUTRAL =
      List.of("fix loop .", "sort list .", "convert units .");
  private static final List<String> OTHERS = List.of("sister", "boss", "neighbour");

  World {
    if (chunks * turns < 13) {
      throw new IllegalArgumentException(
          "%d chunks of %d turns have no room for a life; 13 turns at least"
              .formatted(chunks, turns));
    }
  }

  Person trained(long number) {
    return person(new Seeds(seed).at(0, number, 0, 0), false);
  }

  Person tested(long number) {
    return person(new Seeds(seed).at(1, number, 0, 0), true);
  }

  private Person person(long personSeed, boolean test) {
    var random = new SplittableRandom(personSeed);
    List<Integer> profile;
    do {
      profile = profile(random);
    } while (isTest(profile) != test);
    return new Life(random, profile).lived();
  }

  private static List<Integer> profile(SplittableRandom random) {
    var profile = new ArrayList<Integer>();
    for (Topic topic : Topic.ALL) {
      profile.add(random.nextInt(topic.tastes().size()));
    }
    return profile;
  }

  /** One profile of three is for tests; which ones follows from the tastes alone. */
  static boolean isTest(List<Integer> profile) {
    return profile.stream().mapToInt(Integer::intValue).sum() % 3 == 0;
  }

  /** The making of one history. */
  private final class Life {
    private final SplittableRandom random;
    private final List<Integer> profile;
    private final List<String> gold = new ArrayList<>();
    private final List<String> old = new ArrayList<>();
    private final List<String> others = new ArrayList<>();

    Life(SplittableRandom random, List<Integer> profile) {
      this.random = random;
      this.profile = profile;
    }

    Person lived() {
      int forgotten = random.nextInt(5) < 4 ? random.nextInt(Topic.ALL.size()) : -1;
      var threads = new ArrayList<List<Turn>>();
      for (int topic = 0; topic < Topic.ALL.size(); topic++) {
        threads.add(thread(topic, topic == forgotten));
      }
      int used = threads.stream().mapToInt(List::size).sum();
      for (int i = used; i < chunks * turns; i++) {
        threads.add(List.of(turn(-1, List.of(), NEUTRAL.get(random.nextInt(NEUTRAL.size())))));
      }
      List<Turn> told = shuffled(threads);
      var parts = new ArrayList<List<Turn>>();
      for (int chunk = 0; chunk < chunks; chunk++) {
        parts.add(told.subList(chunk * turns, (chunk + 1) * turns));
      }
      return new Person(parts, gold, old, others);
    }

    /** What is said of one topic, in order. */
    private List<Turn> thread(int topic, boolean forget) {
      var said = new ArrayList<Turn>();
      int taste = profile.get(topic);
      said.add(own(topic, taste));
      boolean change = random.nextInt(4) == 0;
      int last = change ? other(topic, taste) : taste;
      if (change) {
        String words = "no more %s now %s .".formatted(hint(topic, taste), hint(topic, last));
        said.add(turn(topic, List.of(name(topic, taste), name(topic, last)), words));
      }
      if (forget) {
        said.add(
            new Turn(List.of("forget", Topic.ALL.get(topic).name(), "."), topic, List.of(), true));
      }
      int stranger = other(topic, last);
      boolean mentioned = random.nextBoolean();
      if (mentioned) {
        String words =
            "%s likes %s ."
                .formatted(OTHERS.get(random.nextInt(OTHERS.size())), hint(topic, stranger));
        said.add(
            random.nextInt(said.size() + 1), turn(topic, List.of(name(topic, stranger)), words));
      }
      gold.add(forget ? Person.ANY : name(topic, last));
      old.add(change ? name(topic, taste) : "");
      others.add(mentioned ? name(topic, stranger) : "");
      return said;
    }

    private Turn own(int topic, int taste) {
      String hint = hint(topic, taste);
      String words =
          switch (random.nextInt(3)) {
            case 0 -> "enjoyed %s .".formatted(hint);
            case 1 -> "had %s .".formatted(hint);
            default -> "tried %s .".formatted(hint);
          };
      return turn(topic, List.of(name(topic, taste)), words);
    }

    private static Turn turn(int topic, List<String> mentioned, String words) {
      return new Turn(List.of(words.split(" ")), topic, mentioned, false);
    }

    private static String name(int topic, int taste) {
      return Topic.ALL.get(topic).tastes().get(taste);
    }

    private String hint(int topic, int taste) {
      List<String> hints = Topic.ALL.get(topic).hints().get(taste);
      return hints.get(random.nextInt(hints.size()));
    }

    private int other(int topic, int taste) {
      int tastes = Topic.ALL.get(topic).tastes().size();
      return (taste + 1 + random.nextInt(tastes - 1)) % tastes;
    }

    /** Mixes the threads; each keeps its order. */
    private List<Turn> shuffled(List<List<Turn>> threads) {
      var order = new ArrayList<Integer>();
      for (int i = 0; i < threads.size(); i++) {
        order.addAll(Collections.nCopies(threads.get(i).size(), i));
      }
      for (int i = order.size() - 1; i > 0; i--) {
        Collections.swap(order, i, random.nextInt(i + 1));
      }
      var next = new int[threads.size()];
      return order.stream().map(thread -> threads.get(thread).get(next[thread]++)).toList();
    }
  }
}
