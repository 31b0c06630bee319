package dev.rapport.data.build;

import java.util.List;

/**
 * What checking a data set came to.
 *
 * @param rows of all tables
 * @param findings the first ones, in the order found
 * @param faults how many there are, of which {@code findings} may show only the first
 */
public record CheckReport(
    int tables, long rows, int histories, long faults, List<Finding> findings) {
  public CheckReport {
    findings = List.copyOf(findings);
  }

  public boolean isSound() {
    return faults == 0;
  }
}
