/** PersonaMem-v2 (arXiv 2512.06688): preferences revealed by the way, asked about in passing. */
@NullMarked
package dev.rapport.bench.dataset.personamemv2;

import org.jspecify.annotations.NullMarked;
