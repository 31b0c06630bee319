/** What every reader of data sets shares: how it says that a file is at fault. */
@NullMarked
package dev.rapport.data;

import org.jspecify.annotations.NullMarked;
