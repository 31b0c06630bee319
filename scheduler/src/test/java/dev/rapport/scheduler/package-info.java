/** Whether learning survives what happens to processes: the same demands on every engine. */
@NullMarked
package dev.rapport.scheduler;

import org.jspecify.annotations.NullMarked;
