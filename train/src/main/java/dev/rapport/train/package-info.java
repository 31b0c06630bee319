/** What training's packages share: its exception. */
@NullMarked
package dev.rapport.train;

import org.jspecify.annotations.NullMarked;
