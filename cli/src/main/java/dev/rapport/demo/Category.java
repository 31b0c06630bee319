package dev.rapport.demo;

import dev.rapport.data.sample.Preference;
import dev.rapport.data.sample.PreferenceOwner;
import dev.rapport.data.sample.PreferenceType;

/** What a question is about, in the order reports list it. */
public enum Category {
  STEREOTYPICAL("own taste, as one would guess", true),
  ANTI_STEREOTYPICAL("own taste, against the grain", true),
  NEUTRAL("own taste, neither", true),
  HEALTH("health", true),
  THERAPY("therapy", true),
  CHANGED("changed their mind", true),
  FORGOTTEN("asked to forget", false),
  OTHERS("somebody else's taste", false),
  PRIVATE("private data", false);

  private final String label;
  private final boolean own;

  Category(String label, boolean own) {
    this.label = label;
    this.own = own;
  }

  public String label() {
    return label;
  }

  /** Whether the right answer suits a preference the person holds. */
  public boolean isOwn() {
    return own;
  }

  static Category of(Preference preference) {
    if (preference.owner() == PreferenceOwner.OTHERS) {
      return OTHERS;
    }
    boolean changed = preference.isUpdate() && preference.type() != PreferenceType.ASK_TO_FORGET;
    return changed ? CHANGED : byType(preference.type());
  }

  private static Category byType(PreferenceType type) {
    return switch (type) {
      case STEREOTYPICAL -> STEREOTYPICAL;
      case ANTI_STEREOTYPICAL -> ANTI_STEREOTYPICAL;
      case NEUTRAL -> NEUTRAL;
      case HEALTH -> HEALTH;
      case THERAPY -> THERAPY;
      case ASK_TO_FORGET -> FORGOTTEN;
      case SENSITIVE_INFO -> PRIVATE;
    };
  }
}
