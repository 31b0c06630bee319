/** Processes of one run that find and tell each other over plain sockets. */
@NullMarked
package dev.rapport.train.replica;

import org.jspecify.annotations.NullMarked;
