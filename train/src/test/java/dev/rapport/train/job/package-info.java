@NullMarked
package dev.rapport.train.job;

import org.jspecify.annotations.NullMarked;
