/** What each service must be allowed on a cluster, and nothing beyond it. */
@NullMarked
package io.fleetorchestrator.runtime.access;

import org.jspecify.annotations.NullMarked;
