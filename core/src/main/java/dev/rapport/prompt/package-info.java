/** The wording of prompts: shipped texts, each known by a hash of its words. */
@NullMarked
package dev.rapport.prompt;

import org.jspecify.annotations.NullMarked;
