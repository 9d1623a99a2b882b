/** {@code fleet bench}: how fast the parts are beside what the machine can do. */
@NullMarked
package io.fleetorchestrator.cli.bench;

import org.jspecify.annotations.NullMarked;
