/** What the topics said, bounded and ready to be asked. */
@NullMarked
package io.fleetorchestrator.center.readmodel;

import org.jspecify.annotations.NullMarked;
