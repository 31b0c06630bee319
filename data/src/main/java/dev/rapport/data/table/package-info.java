/** Tables in CSV (RFC 4180), a row at a time. */
@NullMarked
package dev.rapport.data.table;

import org.jspecify.annotations.NullMarked;
