/** The ACLs that each service needs on a cluster, and no more. */
@NullMarked
package io.fleetorchestrator.runtime.access;

import org.jspecify.annotations.NullMarked;
