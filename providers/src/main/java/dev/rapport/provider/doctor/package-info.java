/** Finds the model servers that run on this machine. */
@NullMarked
package dev.rapport.provider.doctor;

import org.jspecify.annotations.NullMarked;
