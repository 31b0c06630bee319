package dev.rapport.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class ModuleRulesTest {
  private static final Map<String, ArchRule> RULES = Rules.of(new Modules("dev.rapport"));
  private static final JavaClasses PROJECT =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("dev.rapport");

  private static final Map<String, ArchRule> RULES_OF_SAMPLES =
      Rules.of(new Modules("dev.rapport.architecture.bad"));
  private static final JavaClasses SAMPLES =
      new ClassFileImporter().importPackages("dev.rapport.architecture.bad");

  /** Who breaks which rule, and no other does. */
  private static final Map<String, Set<String>> BREAKERS =
      Map.ofEntries(
          Map.entry("core sees nobody", Set.of("SeesTheStore", "Logs")),
          Map.entry("tokens sees core and its own", Set.of("SeesTheCommandLine")),
          Map.entry("strategy sees core and its own", Set.of("SeesTokens")),
          Map.entry("local sees core and its own", Set.of("SeesJackson")),
          Map.entry("provider sees core and its own", Set.of("SeesStrategies")),
          Map.entry("store sees core and its own", Set.of("SeesPicocli")),
          Map.entry("scheduler sees core and its own", Set.of("SeesThePool")),
          Map.entry("data sees core and its own", Set.of("SeesDjl")),
          Map.entry("bench sees core and its own", Set.of("SeesTheStoreToo")),
          Map.entry("fakeserver sees core and its own", Set.of("SeesSqlite")),
          Map.entry("train sees core and its own", Set.of("SeesTheBench")),
          Map.entry("langchain4j sees core and its own", Set.of("SeesJson")),
          Map.entry("runtime leaves libraries to their modules", Set.of("SeesHttp")),
          Map.entry("server leaves libraries to their modules", Set.of("SeesTheDriver")),
          Map.entry("spring leaves libraries to their modules", Set.of("SeesTheFile")),
          Map.entry("demo leaves libraries to their modules", Set.of("SeesVectors")),
          Map.entry("cli leaves libraries to their modules", Set.of("SeesTheTokenizer")),
          Map.entry("re2j where untrusted text is matched", Set.of("MatchesWithRe2j")),
          Map.entry("no cycles", Set.of("Hen", "Egg")),
          Map.entry("only the outer ring prints", Set.of("Prints")),
          Map.entry("no clock", Set.of("ReadsTheClock")),
          Map.entry("no dice", Set.of("ThrowsDice")),
          Map.entry("no unordered collections", Set.of("LosesOrder")),
          Map.entry("every package is null-marked", Set.of("InNoMarkedPackage")),
          Map.entry("one main", Set.of("StartsByItself")),
          Map.entry("packages are features", Set.of("bad.common.")),
          Map.entry("classes are final", Set.of("CanBeExtended")));

  static Stream<String> rules() {
    return RULES.keySet().stream();
  }

  @ParameterizedTest
  @MethodSource("rules")
  void theProject_keepsTheRule(String name) {
    rule(RULES, name).check(PROJECT);
  }

  @ParameterizedTest
  @MethodSource("rules")
  void givenASampleThatBreaksTheRule_itIsFoundAndNoOther(String name) {
    var details = rule(RULES_OF_SAMPLES, name).evaluate(SAMPLES).getFailureReport().getDetails();

    Set<String> breakers = BREAKERS.getOrDefault(name, Set.of());
    assertThat(breakers).as("samples that break the rule \"%s\"", name).isNotEmpty();
    for (String breaker : breakers) {
      assertThat(details).anyMatch(detail -> detail.contains(breaker));
    }
    assertThat(details).allMatch(detail -> breakers.stream().anyMatch(detail::contains));
  }

  @Test
  void theProject_isSeenWhole() {
    assertThat(PROJECT.stream().map(type -> type.getPackageName()))
        .contains(
            "dev.rapport.page",
            "dev.rapport.work",
            "dev.rapport.tokens",
            "dev.rapport.strategy.page",
            "dev.rapport.local.embed",
            "dev.rapport.provider.openai",
            "dev.rapport.store",
            "dev.rapport.data.sample",
            "dev.rapport.langchain4j",
            "dev.rapport.spring",
            "dev.rapport.cli");
  }

  private static ArchRule rule(Map<String, ArchRule> rules, String name) {
    return Objects.requireNonNull(rules.get(name), name);
  }
}
