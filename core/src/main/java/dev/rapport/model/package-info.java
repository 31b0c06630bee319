/** The ports of models: language models and embedders, their requests, replies and failures. */
@NullMarked
package dev.rapport.model;

import org.jspecify.annotations.NullMarked;
