/** Tests of the image as it is shipped. */
@NullMarked
package io.fleetorchestrator.cli.image;

import org.jspecify.annotations.NullMarked;
