/** The memory with Spring AI. */
@NullMarked
package dev.rapport.example.spring;

import org.jspecify.annotations.NullMarked;
