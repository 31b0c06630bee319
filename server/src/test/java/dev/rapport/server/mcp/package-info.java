@NullMarked
package dev.rapport.server.mcp;

import org.jspecify.annotations.NullMarked;
