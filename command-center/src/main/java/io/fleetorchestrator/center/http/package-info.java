/** Routes, and the router and OpenAPI document that are made from them. */
@NullMarked
package io.fleetorchestrator.center.http;

import org.jspecify.annotations.NullMarked;
