/** Addressable randomness: the same seed, thing, aspect and index always give the same number. */
@NullMarked
package io.fleetorchestrator.producer.random;

import org.jspecify.annotations.NullMarked;
