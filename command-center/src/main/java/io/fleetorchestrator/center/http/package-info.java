/** The ground of the API: one route table, from which router and OpenAPI document are made. */
@NullMarked
package io.fleetorchestrator.center.http;

import org.jspecify.annotations.NullMarked;
