/** The resources under {@code /v1}. */
@NullMarked
package dev.rapport.server.rest;

import org.jspecify.annotations.NullMarked;
