package io.fleetorchestrator.center.api;

import io.fleetorchestrator.center.http.Field;

/** A shift of load from one region to another. */
public record WhatIfBody(
        @Field(doc = "The region that gives", maxLength = 100)
        String from,

        @Field(doc = "The region that takes", maxLength = 100)
        String to,

        @Field(doc = "How much, in percent of the giving region's capacity", min = 0, max = 100)
        Double percent) {}
