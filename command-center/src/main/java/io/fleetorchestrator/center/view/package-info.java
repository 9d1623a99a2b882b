/** The JSON bodies of the API, made from the records of the topics. */
@NullMarked
package io.fleetorchestrator.center.view;

import org.jspecify.annotations.NullMarked;
