/** What holds the parts together. */
@NullMarked
package dev.rapport.runtime;

import org.jspecify.annotations.NullMarked;
