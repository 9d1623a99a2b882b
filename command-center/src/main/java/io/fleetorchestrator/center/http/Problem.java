package io.fleetorchestrator.center.http;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Why a request was not answered as asked: RFC 9457. */
public record Problem(
        @Field(doc = "A URI that names the kind of problem") String type,
        @Field(doc = "The kind in words") String title,
        int status,

        @Field(doc = "What is wrong this time, and what mends it")
        String detail,

        @Field(doc = "The path that was asked") String instance,
        @Field(doc = "The fields that are wrong") List<Wrong> errors) {

    /** A field and the value it must not have. */
    public record Wrong(String field, @Nullable String value, String message) {}
}
