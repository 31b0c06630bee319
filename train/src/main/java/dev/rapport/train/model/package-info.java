/** Model files in Hugging Face's layout: config.json and safetensors. */
@NullMarked
package dev.rapport.train.model;

import org.jspecify.annotations.NullMarked;
