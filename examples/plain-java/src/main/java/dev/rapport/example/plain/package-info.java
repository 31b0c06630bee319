/** The memory in plain Java, with any client for the model. */
@NullMarked
package dev.rapport.example.plain;

import org.jspecify.annotations.NullMarked;
