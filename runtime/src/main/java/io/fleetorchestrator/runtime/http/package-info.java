/** The endpoint through which platforms and people look at a running service. */
@NullMarked
package io.fleetorchestrator.runtime.http;

import org.jspecify.annotations.NullMarked;
