/**
 * Data sets as published. What a memory may see ({@link dev.rapport.bench.dataset.History}), what
 * an answerer may see ({@link dev.rapport.bench.dataset.Asked}) and what is right ({@link
 * dev.rapport.bench.dataset.Gold}) are three types, and no one of them leads to another.
 */
@NullMarked
package dev.rapport.bench.dataset;

import org.jspecify.annotations.NullMarked;
