package dev.rapport.spring;

import dev.rapport.runtime.Rapport;

/** A bean that changes what no property says, before the memory is opened. */
@FunctionalInterface
public interface RapportCustomizer {
  void customize(Rapport.Builder builder);
}
