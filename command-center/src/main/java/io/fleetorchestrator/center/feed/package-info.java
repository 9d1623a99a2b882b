/** Reads the topics into the read model. */
@NullMarked
package io.fleetorchestrator.center.feed;

import org.jspecify.annotations.NullMarked;
