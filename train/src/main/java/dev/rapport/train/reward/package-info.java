/** What an answer earns: by letter, by words, or by a panel of judges. */
@NullMarked
package dev.rapport.train.reward;

import org.jspecify.annotations.NullMarked;
