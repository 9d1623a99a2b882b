package io.fleetorchestrator.center.api;

import io.fleetorchestrator.center.http.Field;

/** A shift of load from one region to another. */
public record WhatIfBody(
        @Field(doc = "The region from which load moves", maxLength = 100)
        String from,

        @Field(doc = "The region to which load moves", maxLength = 100)
        String to,

        @Field(doc = "The load that moves, in percent of the capacity of the region 'from'", min = 0, max = 100)
        Double percent) {}
