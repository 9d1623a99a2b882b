/** Makes text from records safe to show. */
@NullMarked
package io.fleetorchestrator.runtime.text;

import org.jspecify.annotations.NullMarked;
