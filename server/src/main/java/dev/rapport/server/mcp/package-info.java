/** The pages as tools and resources of the Model Context Protocol. */
@NullMarked
package dev.rapport.server.mcp;

import org.jspecify.annotations.NullMarked;
