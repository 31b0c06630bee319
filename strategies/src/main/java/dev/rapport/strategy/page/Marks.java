package dev.rapport.strategy.page;

import dev.rapport.page.Basis;
import dev.rapport.page.Kind;
import dev.rapport.page.Owner;
import dev.rapport.page.Sensitivity;
import java.util.Locale;
import java.util.Optional;

/** What a writer says about a line beside its text. Immutable. */
record Marks(Owner owner, Basis basis, Kind kind, Sensitivity sensitivity) {
  private static final int LONGEST_NAME = 60;

  static final Marks NONE =
      new Marks(Owner.self(), Basis.INFERRED, Kind.PREFERENCE, Sensitivity.ORDINARY);

  /** These marks and one more, or nothing if it is no mark. */
  Optional<Marks> and(String word) {
    String mark = word.strip().toLowerCase(Locale.ROOT);
    int colon = mark.indexOf(':');
    if (colon > 0) {
      return owned(mark.substring(0, colon).strip(), word.strip().substring(colon + 1).strip());
    }
    return switch (mark) {
      case "self", "user", "own" -> Optional.of(withOwner(Owner.self()));
      case "other", "others" -> Optional.of(withOwner(Owner.other("someone")));
      case "stated" -> Optional.of(new Marks(owner, Basis.STATED, kind, sensitivity));
      case "inferred", "implied" ->
          Optional.of(new Marks(owner, Basis.INFERRED, kind, sensitivity));
      case "health" -> Optional.of(new Marks(owner, basis, kind, Sensitivity.HEALTH));
      case "therapy" -> Optional.of(new Marks(owner, basis, kind, Sensitivity.THERAPY));
      case "preference" -> Optional.of(withKind(Kind.PREFERENCE));
      case "habit" -> Optional.of(withKind(Kind.HABIT));
      case "constraint" -> Optional.of(withKind(Kind.CONSTRAINT));
      case "fact" -> Optional.of(withKind(Kind.FACT));
      case "style" -> Optional.of(withKind(Kind.STYLE));
      default -> Optional.empty();
    };
  }

  private Optional<Marks> owned(String name, String who) {
    if ((!name.equals("other") && !name.equals("owner")) || who.isEmpty()) {
      return Optional.empty();
    }
    String lower = who.toLowerCase(Locale.ROOT);
    boolean self = lower.equals("self") || lower.equals("user");
    String kept = who.length() > LONGEST_NAME ? who.substring(0, LONGEST_NAME) : who;
    return Optional.of(withOwner(self ? Owner.self() : Owner.other(kept)));
  }

  Marks withOwner(Owner newOwner) {
    return new Marks(newOwner, basis, kind, sensitivity);
  }

  private Marks withKind(Kind newKind) {
    return new Marks(owner, basis, newKind, sensitivity);
  }
}
