/** What libraries and the server say, as lines of JSON. */
@NullMarked
package dev.rapport.cli.log;

import org.jspecify.annotations.NullMarked;
