/** Who a page is about, whose person they are, and the secret that keys hashes of their words. */
@NullMarked
package dev.rapport.person;

import org.jspecify.annotations.NullMarked;
