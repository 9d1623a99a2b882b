/** Tests of the topics. */
@NullMarked
package io.fleetorchestrator.schemas.topics;

import org.jspecify.annotations.NullMarked;
