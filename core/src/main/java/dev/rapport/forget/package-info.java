/** What must not be learned again, recognised without keeping its words. */
@NullMarked
package dev.rapport.forget;

import org.jspecify.annotations.NullMarked;
