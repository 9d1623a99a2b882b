/** Topics read from one end to the other by tools, in no group, whatever strangers have published on them. */
@NullMarked
package io.fleetorchestrator.runtime.reading;

import org.jspecify.annotations.NullMarked;
