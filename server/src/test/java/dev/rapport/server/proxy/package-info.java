@NullMarked
package dev.rapport.server.proxy;

import org.jspecify.annotations.NullMarked;
