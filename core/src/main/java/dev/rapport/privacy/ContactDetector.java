package dev.rapport.privacy;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.util.Locale;
import java.util.Set;

/** Finds network addresses, international phone numbers, coordinates, user folders. */
final class ContactDetector implements Detector {
  private static final int AHEAD = 64;
  private static final int LONGEST_PHONE = 15;

  private static final Pattern COORDINATES =
      Pattern.compile(
          "^-?[0-9]{1,2}\\.[0-9]{4,15} ?°? ?[NS]?(?:[,;] ?)-?[0-9]{1,3}\\.[0-9]{4,15}(?: ?°?"
              + " ?[EWO]\\b)?|^[0-9]{1,2} ?° ?[0-9]{1,2} ?['′](?: ?[0-9]{1,2}(?:\\.[0-9]+)?"
              + " ?[\"″]{1})? ?[NS][,; ]{0,3}[0-9]{1,3} ?° ?[0-9]{1,2} ?['′](?:"
              + " ?[0-9]{1,2}(?:\\.[0-9]+)? ?[\"″])? ?[EWO]");

  private static final Pattern IPV4 =
      Pattern.compile("^([0-9]{1,3})\\.([0-9]{1,3})\\.([0-9]{1,3})\\.([0-9]{1,3})");

  private static final Pattern IPV6 =
      Pattern.compile(
          "^(?i:[0-9a-f]{1,4}(?::[0-9a-f]{1,4}){7}|[0-9a-f]{1,4}(?::[0-9a-f]{1,4}){1,5}::"
              + "(?:[0-9a-f]{1,4}(?::[0-9a-f]{1,4}){0,4})?)");

  private static final Pattern FOLDER =
      Pattern.compile(
          "^(?:/home/|/Users/|(?i:[a-z]:[\\\\/]{1,2}Users[\\\\/]{1,2}))([^\\s/\\\\:\"'`<>|*?,;)]{2,40})");

  private static final Set<String> NOBODY =
      Set.of(
          "user",
          "users",
          "username",
          "public",
          "shared",
          "default",
          "root",
          "runner",
          "admin",
          "ubuntu",
          "node",
          "app",
          "you",
          "name",
          "me",
          "user1",
          "vscode");

  @Override
  public void detect(Reading reading, Findings findings) {
    for (int i = 0; i < reading.length(); i++) {
      char c = reading.at(i);
      if (c == '+') {
        phone(reading, i, findings);
      } else if (c == '/' || c == '\\') {
        folder(reading, i, findings);
      } else if (Reading.isDigit(c) && reading.startsHere(i)) {
        numbers(reading, i, findings);
      } else if (c == ':' && reading.at(i + 1) != ' ') {
        ipv6(reading, i, findings);
      }
    }
  }

  /** {@code +} and 8 to 15 digits, with at most two signs between any two of them. */
  private static void phone(Reading reading, int plus, Findings findings) {
    if (!reading.startsHere(plus)) {
      return;
    }
    int digits = 0;
    int end = plus + 1;
    for (int i = plus + 1; i - end <= 2; i++) {
      if (Reading.isDigit(reading.at(i))) {
        digits++;
        end = i + 1;
      } else if (" ()-./".indexOf(reading.at(i)) < 0) {
        break;
      }
    }
    if (digits >= 8 && digits <= LONGEST_PHONE && reading.endsHere(end)) {
      findings.add(PrivacyCategory.PHONE, plus, end);
    }
  }

  private static void folder(Reading reading, int slash, Findings findings) {
    int start = reading.at(slash - 1) == ':' ? slash - 2 : slash;
    if (start < 0
        || !(reading.at(slash + 1) == 'h'
            || reading.at(slash + 1) == 'U'
            || reading.at(slash + 1) == 'u'
            || reading.at(slash + 1) == '\\')) {
      return;
    }
    Matcher folder = FOLDER.matcher(reading.window(start, AHEAD + 16));
    if (folder.find()
        && !NOBODY.contains(folder.group(1).toLowerCase(Locale.ROOT))
        && "${%".indexOf(folder.group(1).charAt(0)) < 0) {
      findings.add(PrivacyCategory.USER_NAME, start + folder.start(1), start + folder.end(1));
    }
  }

  private static void numbers(Reading reading, int start, Findings findings) {
    int digits = start;
    while (digits < start + 4 && Reading.isDigit(reading.at(digits))) {
      digits++;
    }
    int fraction = digits + 1;
    while (fraction < digits + 6 && Reading.isDigit(reading.at(fraction))) {
      fraction++;
    }
    char next = reading.at(digits);
    boolean dotted = next == '.' && (reading.at(fraction) == '.' || fraction >= digits + 5);
    if (!dotted && next != '°' && reading.at(digits + 1) != '°') {
      return;
    }
    if (reading.at(start - 1) == '.') {
      return;
    }
    String window = reading.window(start, AHEAD);
    Matcher ip = IPV4.matcher(window);
    if (ip.find()
        && isAddress(ip)
        && isAlone(reading, start + ip.end())
        && !isVersion(reading, start)) {
      findings.add(PrivacyCategory.IP_ADDRESS, start, start + ip.end());
      return;
    }
    Matcher place = COORDINATES.matcher(window);
    if (place.find()) {
      int from = reading.at(start - 1) == '-' ? start - 1 : start;
      findings.add(PrivacyCategory.COORDINATES, from, start + place.end());
    }
  }

  private static boolean isAlone(Reading reading, int end) {
    return reading.endsHere(end)
        && !(reading.at(end) == '.' && Reading.isDigit(reading.at(end + 1)));
  }

  /** Loopback, unspecified, masks and multicast belong to nobody. */
  private static boolean isAddress(Matcher ip) {
    for (int i = 1; i <= 4; i++) {
      if (Integer.parseInt(ip.group(i)) > 255) {
        return false;
      }
    }
    int first = Integer.parseInt(ip.group(1));
    return first != 0 && first != 127 && first < 224;
  }

  private static boolean isVersion(Reading reading, int start) {
    String before =
        reading.text().substring(Math.max(0, start - 12), start).toLowerCase(Locale.ROOT);
    return before.contains("version")
        || before.endsWith("v")
        || before.endsWith("release ")
        || before.endsWith("build ");
  }

  private static void ipv6(Reading reading, int colon, Findings findings) {
    int start = colon;
    while (start > colon - 4 && Character.digit(reading.at(start - 1), 16) >= 0) {
      start--;
    }
    if (start == colon || !reading.startsHere(start) || reading.at(start - 1) == ':') {
      return;
    }
    Matcher ip = IPV6.matcher(reading.window(start, AHEAD));
    if (ip.find()
        && reading.endsHere(start + ip.end())
        && reading.at(start + ip.end()) != ':'
        && ip.group().chars().anyMatch(c -> c >= '0' && c <= '9')) {
      findings.add(PrivacyCategory.IP_ADDRESS, start, start + ip.end());
    }
  }
}
