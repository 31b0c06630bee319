/** Who a page is about, and the secret that makes hashes of their words theirs alone. */
@NullMarked
package dev.rapport.person;

import org.jspecify.annotations.NullMarked;
