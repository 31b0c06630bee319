package dev.rapport.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Which package belongs to which ring: the outer one wires, the middle ones see only core, and
 * core, which is all the rest, sees nobody.
 *
 * @param root the package that holds them all, so that the rules can be tried on bad samples
 */
record Modules(String root) {
  /** The first package name of a module, and the libraries that only it may see. */
  private static final Map<String, List<String>> MIDDLE = middle();

  /** The same for the modules that wire: they may see everything of ours. */
  private static final Map<String, List<String>> OUTER = outside();

  private static final String[] JDK = {"java..", "javax.crypto..", "org.jspecify.annotations.."};

  private static Map<String, List<String>> middle() {
    var libraries = new LinkedHashMap<String, List<String>>();
    libraries.put("tokens", List.of("com.knuddels.."));
    libraries.put("strategy", List.of());
    libraries.put("local", List.of("dev.langchain4j..", "ai.djl..", "ai.onnxruntime.."));
    libraries.put("provider", List.of("javax.net.ssl..", "com.fasterxml.jackson.."));
    libraries.put(
        "store",
        List.of(
            "javax.sql..",
            "org.sqlite..",
            "org.postgresql..",
            "com.zaxxer.hikari..",
            "org.flywaydb..",
            "com.fasterxml.jackson.."));
    libraries.put("scheduler", List.of("com.github.kagkarlsson..", "javax.sql.."));
    libraries.put("data", List.of("com.fasterxml.jackson..", "de.siegmar.fastcsv.."));
    libraries.put(
        "bench", List.of("dev.rapport.data..", "com.fasterxml.jackson..", "org.apache.lucene.."));
    libraries.put("fakeserver", List.of("com.fasterxml.jackson..", "com.sun.net.httpserver.."));
    libraries.put("langchain4j", List.of("dev.langchain4j..", "org.slf4j.."));
    libraries.put(
        "train", List.of("com.fasterxml.jackson..", "jdk.incubator.vector..", "ai.djl.."));
    return libraries;
  }

  private static Map<String, List<String>> outside() {
    var libraries = new LinkedHashMap<String, List<String>>();
    libraries.put("runtime", List.of("javax.sql.."));
    libraries.put(
        "server",
        List.of(
            "io.javalin..",
            "io.micrometer..",
            "io.modelcontextprotocol..",
            "jakarta.servlet..",
            "org.eclipse.jetty..",
            "org.slf4j..",
            "com.fasterxml.jackson.."));
    libraries.put(
        "spring",
        List.of("org.springframework..", "reactor.core..", "io.micrometer..", "org.slf4j.."));
    libraries.put("demo", List.of());
    libraries.put("cli", List.of("picocli..", "com.fasterxml.jackson..", "org.slf4j.."));
    return libraries;
  }

  static List<String> middleNames() {
    return List.copyOf(MIDDLE.keySet());
  }

  static List<String> outerNames() {
    return List.copyOf(OUTER.keySet());
  }

  String packages(String name) {
    return root + "." + name + "..";
  }

  DescribedPredicate<JavaClass> outer() {
    return resideInAnyPackage(OUTER.keySet().stream().map(this::packages).toArray(String[]::new));
  }

  DescribedPredicate<JavaClass> core() {
    return resideInAnyPackage(root + "..")
        .and(not(outer()))
        .and(
            not(
                resideInAnyPackage(
                    MIDDLE.keySet().stream().map(this::packages).toArray(String[]::new))))
        .as("core");
  }

  /** What anyone may see. */
  DescribedPredicate<JavaClass> jdk() {
    return resideInAnyPackage(JDK).as("the JDK");
  }

  /** What a middle module may see besides core: itself and its own libraries. */
  DescribedPredicate<JavaClass> ownOf(String name) {
    var own = new ArrayList<>(MIDDLE.getOrDefault(name, List.of()));
    own.add(packages(name));
    return resideInAnyPackage(own.toArray(String[]::new)).as("its own");
  }

  /** What an outer module may see besides everything of ours. */
  DescribedPredicate<JavaClass> librariesOf(String name) {
    return resideInAnyPackage(OUTER.getOrDefault(name, List.of()).toArray(String[]::new))
        .as("its libraries");
  }

  DescribedPredicate<JavaClass> ours() {
    return resideInAnyPackage(root + "..").as("ours");
  }
}
