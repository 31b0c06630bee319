package dev.rapport.architecture.bad.scheduler;

import com.zaxxer.hikari.HikariDataSource;

/** A module that chooses where its connections come from. */
public final class SeesThePool {
  public final Class<?> library = HikariDataSource.class;
}
