package dev.rapport.spring;

import dev.rapport.runtime.Rapport;
import org.springframework.boot.actuate.autoconfigure.endpoint.condition.ConditionalOnAvailableEndpoint;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;

/** The actuator's endpoint, where the application has the actuator and exposes it. */
@AutoConfiguration(after = RapportAutoConfiguration.class)
@ConditionalOnClass({ConditionalOnAvailableEndpoint.class, Rapport.class})
@ConditionalOnBean(Rapport.class)
@ConditionalOnAvailableEndpoint(RapportEndpoint.class)
public final class RapportEndpointAutoConfiguration {
  @Bean
  @ConditionalOnMissingBean
  RapportEndpoint rapportEndpoint(Rapport rapport) {
    return new RapportEndpoint(rapport);
  }
}
