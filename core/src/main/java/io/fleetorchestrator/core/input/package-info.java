/** What may come in from outside at all, whatever it is used for, and how it is shown when it may not. */
@NullMarked
package io.fleetorchestrator.core.input;

import org.jspecify.annotations.NullMarked;
