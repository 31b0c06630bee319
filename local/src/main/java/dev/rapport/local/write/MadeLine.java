package dev.rapport.local.write;

import dev.rapport.page.LineDraft;

/** A line with the vector of the clause it was made from, less what leads in to it. */
record MadeLine(LineDraft draft, float[] vector) {}
