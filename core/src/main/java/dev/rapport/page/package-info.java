/** The one page kept for a person: its lines, edits, revisions, and its Markdown form. */
@NullMarked
package dev.rapport.page;

import org.jspecify.annotations.NullMarked;
