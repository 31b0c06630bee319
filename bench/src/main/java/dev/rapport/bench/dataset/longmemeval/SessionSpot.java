package dev.rapport.bench.dataset.longmemeval;

import dev.rapport.bench.dataset.file.Spot;
import java.time.Instant;

/** Where a session begins in the file, and when it was held. */
record SessionSpot(Spot spot, Instant at) {}
