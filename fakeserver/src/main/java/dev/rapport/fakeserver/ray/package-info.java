/** A fake of Ray's dashboard, as far as jobs are concerned. */
@NullMarked
package dev.rapport.fakeserver.ray;

import org.jspecify.annotations.NullMarked;
