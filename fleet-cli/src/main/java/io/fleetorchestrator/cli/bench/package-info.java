/** {@code fleet bench}: the speed of the parts, compared with plain Kafka clients. */
@NullMarked
package io.fleetorchestrator.cli.bench;

import org.jspecify.annotations.NullMarked;
