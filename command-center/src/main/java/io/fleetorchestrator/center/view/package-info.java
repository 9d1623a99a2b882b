/** What the API says, as JSON, and how it follows from the records of the contract. */
@NullMarked
package io.fleetorchestrator.center.view;

import org.jspecify.annotations.NullMarked;
