/** Keeps state: objects on the heap, their changelog, and the bytes that they are kept in. */
@NullMarked
package io.fleetorchestrator.runtime.state;

import org.jspecify.annotations.NullMarked;
