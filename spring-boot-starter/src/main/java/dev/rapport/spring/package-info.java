/** The memory for Spring Boot and Spring AI: their types in, our ports out. */
@NullMarked
package dev.rapport.spring;

import org.jspecify.annotations.NullMarked;
