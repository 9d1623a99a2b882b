/** The image as it is shipped, held to what its users are promised. */
@NullMarked
package io.fleetorchestrator.cli.image;

import org.jspecify.annotations.NullMarked;
