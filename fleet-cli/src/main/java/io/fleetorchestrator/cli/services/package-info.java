/** The one list of services, from which commands, ACLs, benchmarks and tests are derived. */
@NullMarked
package io.fleetorchestrator.cli.services;

import org.jspecify.annotations.NullMarked;
