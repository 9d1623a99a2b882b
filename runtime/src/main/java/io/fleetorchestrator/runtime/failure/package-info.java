/** What happens when a record or the platform fails: poison is set aside, trouble that passes is waited out. */
@NullMarked
package io.fleetorchestrator.runtime.failure;

import org.jspecify.annotations.NullMarked;
