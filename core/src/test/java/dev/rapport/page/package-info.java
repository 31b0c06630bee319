/** Tests of the page, with random pages for tests that need some. */
@NullMarked
package dev.rapport.page;

import org.jspecify.annotations.NullMarked;
