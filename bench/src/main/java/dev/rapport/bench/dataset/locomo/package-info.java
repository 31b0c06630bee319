/** LoCoMo (arXiv 2402.17753): two people's talks over months, and questions on them. */
@NullMarked
package dev.rapport.bench.dataset.locomo;

import org.jspecify.annotations.NullMarked;
