package dev.rapport.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import java.util.LinkedHashMap;
import java.util.Map;

/** Every rule under the name a failing test shows. */
final class Rules {
  private Rules() {}

  static Map<String, ArchRule> of(Modules modules) {
    Map<String, ArchRule> rules = new LinkedHashMap<>();
    rules.put("core sees nobody", coreSeesNobody(modules));
    for (String name : Modules.middleNames()) {
      rules.put(name + " sees core and its own", middleSeesCore(modules, name));
    }
    for (String name : Modules.outerNames()) {
      rules.put(name + " leaves libraries to their modules", outerSees(modules, name));
    }
    rules.put("re2j where untrusted text is matched", regexInPrivacy(modules));
    rules.put("no cycles", slices().matching(modules.root() + ".(*)..").should().beFreeOfCycles());
    rules.put("only the outer ring prints", nobodyPrints(modules));
    rules.put("no clock", Determinism.noClock(modules));
    rules.put("no dice", Determinism.noDice(modules));
    rules.put("no unordered collections", Determinism.noUnorderedCollections(modules));
    rules.put(
        "every package is null-marked", classes().should(Conditions.BE_IN_A_NULL_MARKED_PACKAGE));
    rules.put("one main", oneMain(modules));
    rules.put("packages are features", packagesAreFeatures());
    rules.put("classes are final", classes().should(Conditions.BE_FINAL_UNLESS_MADE_TO_EXTEND));
    rules.replaceAll((name, rule) -> rule.as(name));
    return rules;
  }

  private static ArchRule coreSeesNobody(Modules modules) {
    return classes()
        .that(modules.core())
        .should()
        .onlyDependOnClassesThat(
            modules
                .core()
                .or(modules.jdk())
                .or(
                    resideInAPackage(
                        "com.google.re2j..")) // see "re2j where untrusted text is matched"
                .and(not(outOfReach())));
  }

  private static ArchRule middleSeesCore(Modules modules, String name) {
    return classes()
        .that()
        .resideInAPackage(modules.packages(name))
        .should()
        .onlyDependOnClassesThat(
            modules
                .core()
                .or(modules.jdk())
                .or(modules.ownOf(name))
                .and(not(resideInAPackage("java.util.logging.."))));
  }

  private static ArchRule outerSees(Modules modules, String name) {
    return classes()
        .that()
        .resideInAPackage(modules.packages(name))
        .should()
        .onlyDependOnClassesThat(modules.ours().or(modules.jdk()).or(modules.librariesOf(name)));
  }

  private static ArchRule regexInPrivacy(Modules modules) {
    return noClasses()
        .that()
        .resideOutsideOfPackages(modules.packages("privacy"), modules.packages("text"))
        .should()
        .dependOnClassesThat()
        .resideInAPackage("com.google.re2j..");
  }

  private static ArchRule nobodyPrints(Modules modules) {
    return noClasses()
        .that(not(modules.outer()))
        .should()
        .accessField(System.class, "out")
        .orShould()
        .accessField(System.class, "err");
  }

  private static ArchRule oneMain(Modules modules) {
    return methods()
        .that()
        .haveName("main")
        .and()
        .areStatic()
        .and()
        .haveRawParameterTypes(String[].class)
        .should()
        .beDeclaredIn(modules.root() + ".cli.Main");
  }

  private static ArchRule packagesAreFeatures() {
    return noClasses()
        .should()
        .resideInAnyPackage(
            "..util..",
            "..utils..",
            "..common..",
            "..manager..",
            "..impl..",
            "..service..",
            "..dto..");
  }

  /** Parts of the JDK that core has no business with. */
  private static DescribedPredicate<JavaClass> outOfReach() {
    return JavaClass.Predicates.resideInAnyPackage(
        "java.util.logging..", "java.sql..", "java.net.http..");
  }
}
