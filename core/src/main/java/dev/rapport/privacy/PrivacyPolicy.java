package dev.rapport.privacy;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

/**
 * What becomes of private data, by kind. Whatever is not said is masked; lines about body and mind
 * are kept, marked so that answers are tactful. Such a line is no piece of a text: for it anything
 * but {@link PrivacyAction#KEEP} means that no model may write it.
 */
public record PrivacyPolicy(Map<PrivacyCategory, PrivacyAction> actions) {
  public static final PrivacyPolicy DEFAULT = new PrivacyPolicy(Map.of());

  public PrivacyPolicy {
    actions = Map.copyOf(actions);
  }

  /**
   * Reads a policy as settings write it.
   *
   * @param words kinds and actions in any case, with - or _: {@code phone} to {@code ask}
   * @throws IllegalArgumentException if one is unknown
   */
  public static PrivacyPolicy parse(Map<String, String> words) {
    Map<PrivacyCategory, PrivacyAction> actions = new EnumMap<>(PrivacyCategory.class);
    words.forEach(
        (kind, action) ->
            actions.put(
                one(PrivacyCategory.class, "kind of private data", kind),
                one(PrivacyAction.class, "action for \"%s\"".formatted(kind), action)));
    return new PrivacyPolicy(actions);
  }

  private static <E extends Enum<E>> E one(Class<E> type, String what, String word) {
    String name = word.strip().toUpperCase(Locale.ROOT).replace('-', '_');
    for (E each : type.getEnumConstants()) {
      if (each.name().equals(name)) {
        return each;
      }
    }
    String known =
        String.join(
            ", ",
            Arrays.stream(type.getEnumConstants())
                .map(each -> each.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .toList());
    throw new IllegalArgumentException(
        "\"%s\" is no %s; write one of %s".formatted(word, what, known));
  }

  public PrivacyAction of(PrivacyCategory category) {
    PrivacyAction usual =
        switch (category) {
          case HEALTH, THERAPY -> PrivacyAction.KEEP;
          default -> PrivacyAction.MASK;
        };
    return actions.getOrDefault(category, usual);
  }

  public boolean keeps(PrivacyCategory category) {
    return of(category) == PrivacyAction.KEEP;
  }
}
