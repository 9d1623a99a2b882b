/** Who logs in to a secured cluster, and what each may do there. */
@NullMarked
package io.fleetorchestrator.cli.access;

import org.jspecify.annotations.NullMarked;
