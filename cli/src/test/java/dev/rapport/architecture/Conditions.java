package dev.rapport.architecture;

import static com.tngtech.archunit.core.domain.JavaModifier.ABSTRACT;
import static com.tngtech.archunit.core.domain.JavaModifier.FINAL;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.function.Predicate;
import org.jspecify.annotations.NullMarked;

/** What ArchUnit has no words for. */
final class Conditions {
  static final ArchCondition<JavaClass> BE_IN_A_NULL_MARKED_PACKAGE =
      condition(
          "be in a package that is @NullMarked in its package-info.java",
          type -> type.getPackage().isAnnotatedWith(NullMarked.class));

  static final ArchCondition<JavaClass> BE_FINAL_UNLESS_MADE_TO_EXTEND =
      condition(
          "be final, abstract or sealed",
          type ->
              type.getModifiers().contains(FINAL)
                  || type.getModifiers().contains(ABSTRACT)
                  || type.isInterface()
                  || type.isEnum()
                  || type.isAnonymousClass()
                  || type.reflect().isSealed());

  private Conditions() {}

  private static ArchCondition<JavaClass> condition(
      String description, Predicate<JavaClass> holds) {
    return new ArchCondition<>(description) {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        if (!holds.test(type)) {
          events.add(
              SimpleConditionEvent.violated(
                  type,
                  type.getName()
                      + " should "
                      + getDescription()
                      + " "
                      + type.getSourceCodeLocation()));
        }
      }
    };
  }
}
