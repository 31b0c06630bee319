/** How a turn is put together: sentences, quoted pieces, code; no model, no dictionary. */
@NullMarked
package dev.rapport.local.language;

import org.jspecify.annotations.NullMarked;
