/** The command line: every command, and the one place where the parts are wired. */
@NullMarked
package dev.rapport.cli;

import org.jspecify.annotations.NullMarked;
