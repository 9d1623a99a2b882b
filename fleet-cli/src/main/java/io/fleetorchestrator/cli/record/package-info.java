/** Records in files that people write. */
@NullMarked
package io.fleetorchestrator.cli.record;

import org.jspecify.annotations.NullMarked;
