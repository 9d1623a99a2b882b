/** Tests of who may do what. */
@NullMarked
package io.fleetorchestrator.cli.access;

import org.jspecify.annotations.NullMarked;
