/** Learning: from observed messages to new revisions of a page. */
@NullMarked
package dev.rapport.learn;

import org.jspecify.annotations.NullMarked;
