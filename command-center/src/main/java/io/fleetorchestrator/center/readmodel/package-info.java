/** The newest state of the topics, in bounded memory. */
@NullMarked
package io.fleetorchestrator.center.readmodel;

import org.jspecify.annotations.NullMarked;
