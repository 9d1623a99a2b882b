/** Support for the tests of all modules: topologies on a test driver, and services on a real broker and a real registry. */
@NullMarked
package io.fleetorchestrator.testing;

import org.jspecify.annotations.NullMarked;
