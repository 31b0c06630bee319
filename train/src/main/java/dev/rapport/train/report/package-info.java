/** Charts and pages that need nothing but a browser. */
@NullMarked
package dev.rapport.train.report;

import org.jspecify.annotations.NullMarked;
