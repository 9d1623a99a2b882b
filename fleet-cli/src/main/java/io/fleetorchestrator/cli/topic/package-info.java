/** The topics of the contract on a cluster. */
@NullMarked
package io.fleetorchestrator.cli.topic;

import org.jspecify.annotations.NullMarked;
