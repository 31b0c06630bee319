/** What a person does with their page: edit, pin, undo, forget, check, erase. */
@NullMarked
package dev.rapport.control;

import org.jspecify.annotations.NullMarked;
