/** The hand-over of large training to verl 0.9: a job folder, its watching, and what comes back. */
@NullMarked
package dev.rapport.train.verl;

import org.jspecify.annotations.NullMarked;
