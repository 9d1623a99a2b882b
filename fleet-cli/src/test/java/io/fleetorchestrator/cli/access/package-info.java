/** Tests of the principals and their grants. */
@NullMarked
package io.fleetorchestrator.cli.access;

import org.jspecify.annotations.NullMarked;
