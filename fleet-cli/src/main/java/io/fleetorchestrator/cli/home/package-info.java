/** What a fleet keeps on the disk of its user. */
@NullMarked
package io.fleetorchestrator.cli.home;

import org.jspecify.annotations.NullMarked;
