package dev.rapport.privacy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Finds numbers that give themselves away by how they are grouped or by a check digit. Every run of
 * digit groups is tried from each of its groups on, a bounded number of groups at a time.
 */
final class NumberDetector implements Detector {
  private static final int MOST_GROUPS = 7;
  private static final int MOST_DIGITS = 24;

  private record Group(int start, int end) {}

  @Override
  public void detect(Reading reading, Findings findings) {
    int i = 0;
    while (i < reading.length()) {
      if (!Reading.isDigit(reading.at(i))) {
        i++;
        continue;
      }
      int end = digitsEnd(reading, i);
      if (reading.startsHere(i)) {
        tryFrom(reading, i, findings);
      }
      i = end;
    }
  }

  private static void tryFrom(Reading reading, int start, Findings findings) {
    List<Group> groups = groupsFrom(reading, start);
    StringBuilder shape = new StringBuilder();
    StringBuilder digits = new StringBuilder();
    Optional<PrivacyCategory> best = Optional.empty();
    int bestEnd = start;
    int before = start;
    for (Group group : groups) {
      if (shape.length() > 0) {
        shape.append(reading.text(), before, group.start);
      }
      shape.append(group.end - group.start);
      digits.append(reading.text(), group.start, group.end);
      before = group.end;
      boolean enough = digits.length() >= NumberShapes.LEAST_DIGITS;
      if (enough && (reading.endsHere(group.end) || isCheckX(reading, group.end))) {
        Optional<PrivacyCategory> found =
            NumberShapes.categoryOf(shape.toString(), digits.toString(), reading, group.end);
        if (found.isPresent()) {
          best = found;
          bestEnd = isCheckX(reading, group.end) ? group.end + 1 : group.end;
        }
      }
    }
    int end = bestEnd;
    best.ifPresent(category -> findings.add(category, opening(reading, start), end));
  }

  /** An X that stands for a check digit of ten. */
  static boolean isCheckX(Reading reading, int i) {
    return (reading.at(i) == 'X' || reading.at(i) == 'x') && reading.endsHere(i + 1);
  }

  private static int opening(Reading reading, int start) {
    return reading.at(start - 1) == '(' && reading.at(start + 3) == ')' ? start - 1 : start;
  }

  private static List<Group> groupsFrom(Reading reading, int start) {
    List<Group> groups = new ArrayList<>();
    int digits = 0;
    int at = start;
    while (groups.size() < MOST_GROUPS) {
      int end = digitsEnd(reading, at);
      digits += end - at;
      if (end == at || digits > MOST_DIGITS) {
        return groups;
      }
      groups.add(new Group(at, end));
      at = end + separator(reading, end);
      if (at == end) {
        return groups;
      }
    }
    return groups;
  }

  /** Length of what may stand between two groups of one number: one sign, or ") ". */
  private static int separator(Reading reading, int i) {
    char c = reading.at(i);
    if (c == ')') {
      char next = reading.at(i + 1);
      return next == ' ' || next == '-' ? 2 : 1;
    }
    return c == ' ' || c == '-' || c == '.' || c == '/' ? 1 : 0;
  }

  private static int digitsEnd(Reading reading, int from) {
    int end = from;
    int most = from + 64;
    while (end < most && Reading.isDigit(reading.at(end))) {
      end++;
    }
    return end;
  }
}
