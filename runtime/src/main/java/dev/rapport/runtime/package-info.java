/** Rapport ready to use: everything wired, behind one type. */
@NullMarked
package dev.rapport.runtime;

import org.jspecify.annotations.NullMarked;
