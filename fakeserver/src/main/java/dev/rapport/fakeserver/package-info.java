/** A fake of an OpenAI-compatible server that keeps to the protocol, until told to misbehave. */
@NullMarked
package dev.rapport.fakeserver;

import org.jspecify.annotations.NullMarked;
