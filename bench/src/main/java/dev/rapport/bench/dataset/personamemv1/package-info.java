/** PersonaMem (arXiv 2504.14225), the first version: shared contexts, asked at many ends. */
@NullMarked
package dev.rapport.bench.dataset.personamemv1;

import org.jspecify.annotations.NullMarked;
