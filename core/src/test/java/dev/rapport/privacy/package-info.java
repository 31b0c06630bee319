/** Tests of what is found to be private, with a labelled set of texts. */
@NullMarked
package dev.rapport.privacy;

import org.jspecify.annotations.NullMarked;
