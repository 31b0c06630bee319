/** Any server that speaks OpenAI's chat protocol, behind the port of core. */
@NullMarked
package dev.rapport.provider.openai;

import org.jspecify.annotations.NullMarked;
