package dev.rapport.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Same input, same seed, same bytes: the code whose replies are journalled and replayed is handed
 * its clock and its dice, and keeps what it iterates over in an order.
 */
final class Determinism {
  private static final Set<String> CLOCKS =
      Set.of("now", "currentTimeMillis", "nanoTime", "systemUTC", "systemDefaultZone", "system");

  private static final List<String> DICE =
      List.of(
          "java.util.Random",
          "java.util.SplittableRandom",
          "java.util.concurrent.ThreadLocalRandom",
          "java.security.SecureRandom");

  private static final Set<String> UNORDERED = Set.of("java.util.HashMap", "java.util.HashSet");

  private Determinism() {}

  static ArchRule noClock(Modules modules) {
    return noClasses()
        .that(journalled(modules))
        .and()
        .doNotHaveFullyQualifiedName(
            modules.root() + ".work.MachineTime") // the clock that is handed in
        .should()
        .accessTargetWhere(access("read a clock", Determinism::readsClock));
  }

  static ArchRule noDice(Modules modules) {
    return noClasses()
        .that(journalled(modules))
        .should()
        .accessTargetWhere(access("throw dice", Determinism::throwsDice));
  }

  static ArchRule noUnorderedCollections(Modules modules) {
    return noClasses()
        .that(journalled(modules))
        .should()
        .accessTargetWhere(access("make a collection without order", Determinism::losesOrder));
  }

  /** All but the modules at the edge: a store, processes, a socket, a reader of files, a chat. */
  private static DescribedPredicate<JavaClass> journalled(Modules modules) {
    return modules
        .ours()
        .and(not(modules.outer()))
        .and(
            not(
                resideInAnyPackage(
                    modules.packages("store"),
                    modules.packages("scheduler"),
                    modules.packages("provider"),
                    modules.packages("fakeserver"),
                    modules.packages("data"),
                    modules.packages("langchain4j"))));
  }

  private static boolean readsClock(JavaAccess<?> access) {
    String owner = access.getTargetOwner().getName();
    boolean handedOne =
        access.getTarget() instanceof CodeUnitAccessTarget call
            && call.getRawParameterTypes().stream()
                .anyMatch(type -> type.isEquivalentTo(Clock.class));
    return (owner.startsWith("java.time.") || owner.equals("java.lang.System"))
        && CLOCKS.contains(access.getTarget().getName())
        && !handedOne;
  }

  private static boolean throwsDice(JavaAccess<?> access) {
    String owner = access.getTargetOwner().getName();
    String name = access.getTarget().getName();
    return (DICE.contains(owner) && unseeded(access))
        || (owner.equals("java.lang.Math") && name.equals("random"))
        || (owner.equals("java.util.UUID") && name.equals("randomUUID"))
        || (owner.equals("java.util.Collections")
            && name.equals("shuffle")
            && parameters(access) == 1);
  }

  /** Made from nothing, where it could have been made from a seed. */
  private static boolean unseeded(JavaAccess<?> access) {
    String name = access.getTarget().getName();
    return (name.equals("<init>") && parameters(access) == 0)
        || name.equals("current")
        || name.startsWith("getInstance");
  }

  private static boolean losesOrder(JavaAccess<?> access) {
    String owner = access.getTargetOwner().getName();
    String name = access.getTarget().getName();
    boolean collector =
        owner.equals("java.util.stream.Collectors")
            && (name.equals("toSet")
                || (name.equals("toMap") && parameters(access) < 4)
                || (name.equals("groupingBy") && parameters(access) < 3));
    return collector || (UNORDERED.contains(owner) && name.equals("<init>"));
  }

  private static int parameters(JavaAccess<?> access) {
    return access.getTarget() instanceof CodeUnitAccessTarget call
        ? call.getRawParameterTypes().size()
        : 0;
  }

  private static DescribedPredicate<JavaAccess<?>> access(
      String description, Predicate<JavaAccess<?>> test) {
    return DescribedPredicate.describe(description, test);
  }
}
