/** What is private in a text, found before anything is stored. */
@NullMarked
package dev.rapport.privacy;

import org.jspecify.annotations.NullMarked;
