/**
 * A run: a frozen spec and a folder in which each stage is a file of JSON lines made from the one
 * before.
 */
@NullMarked
package dev.rapport.bench.run;

import org.jspecify.annotations.NullMarked;
