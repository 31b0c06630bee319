package dev.rapport.architecture.bad.page;

import com.google.re2j.Pattern;

/** Core that uses the library privacy is allowed. */
public final class MatchesWithRe2j {
  public final Pattern pattern = Pattern.compile("a");
}
