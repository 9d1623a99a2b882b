package io.fleetorchestrator.center.http;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Why a request failed: a problem of RFC 9457. */
public record Problem(
        @Field(doc = "A URI that identifies the problem type")
        String type,

        @Field(doc = "A short summary of the problem type") String title,
        int status,

        @Field(doc = "What is wrong with this request, and how to fix it")
        String detail,

        @Field(doc = "The path of the request") String instance,
        @Field(doc = "The invalid fields") List<Wrong> errors) {

    /** A field and its invalid value. */
    public record Wrong(String field, @Nullable String value, String message) {}
}
