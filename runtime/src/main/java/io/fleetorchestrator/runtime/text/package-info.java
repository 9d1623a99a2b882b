/** Texts of others, made fit to be shown. */
@NullMarked
package io.fleetorchestrator.runtime.text;

import org.jspecify.annotations.NullMarked;
