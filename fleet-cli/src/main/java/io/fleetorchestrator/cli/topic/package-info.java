/** The commands for the topics that the services need. */
@NullMarked
package io.fleetorchestrator.cli.topic;

import org.jspecify.annotations.NullMarked;
