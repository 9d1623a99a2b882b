package io.fleetorchestrator.embedded.registry;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.fleetorchestrator.embedded.registry.Contents.Version;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The part of Confluent's REST API that clients use to write and to read. */
final class RegistryApi {

    private static final String CONTENT_TYPE = "application/vnd.schemaregistry.v1+json";
    private static final String AVRO = "AVRO";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final EmbeddedRegistry registry;

    RegistryApi(EmbeddedRegistry registry) {
        this.registry = registry;
    }

    void routes(RoutesConfig routes) {
        routes.get("/", context -> answer(context, Map.of()));
        subjects(routes);
        schemas(routes);
        compatibility(routes);
        routes.get("/mode", context -> answer(context, Map.of("mode", "READWRITE")));
        routes.get("/mode/{subject}", context -> answer(context, Map.of("mode", "READWRITE")));
        routes.exception(RegistryRefusal.class, RegistryApi::refuse);
    }

    private void subjects(RoutesConfig routes) {
        routes.get("/subjects", context -> answer(context, contents().subjects()));
        routes.post("/subjects/{subject}", this::lookUp);
        routes.get("/subjects/{subject}/versions", this::versions);
        routes.post("/subjects/{subject}/versions", this::register);
        routes.get("/subjects/{subject}/versions/{version}", context -> answer(context, version(context)));
        routes.get("/subjects/{subject}/versions/{version}/schema", this::schemaOfVersion);
    }

    private void schemas(RoutesConfig routes) {
        routes.get("/schemas/types", context -> answer(context, List.of(AVRO)));
        routes.get(
                "/schemas/ids/{id}",
                context ->
                        answer(context, Map.of("schema", withId(context).get(0).schema())));
        routes.get(
                "/schemas/ids/{id}/schema",
                context -> raw(context, withId(context).get(0).schema()));
        routes.get(
                "/schemas/ids/{id}/versions",
                context -> answer(
                        context,
                        withId(context).stream()
                                .map(version -> Map.of("subject", version.subject(), "version", version.version()))
                                .toList()));
        routes.get(
                "/schemas/ids/{id}/subjects",
                context -> answer(
                        context,
                        withId(context).stream()
                                .map(Version::subject)
                                .distinct()
                                .toList()));
    }

    private void compatibility(RoutesConfig routes) {
        routes.get(
                "/config",
                context ->
                        answer(context, Map.of("compatibilityLevel", contents().level())));
        routes.put("/config", this::setLevel);
        routes.get("/config/{subject}", this::level);
        routes.put("/config/{subject}", this::setLevelOfSubject);
        routes.post(
                "/compatibility/subjects/{subject}/versions",
                context -> answerWhether(context, contents().broken(context.pathParam("subject"), schemaIn(context))));
        routes.post(
                "/compatibility/subjects/{subject}/versions/{version}",
                context -> answerWhether(context, contents().broken(version(context), schemaIn(context))));
    }

    private Contents contents() {
        return registry.contents();
    }

    private void register(Context context) {
        var subject = context.pathParam("subject");
        var schema = schemaIn(context);
        var registered = registry.change(contents -> contents.register(subject, schema));
        answer(context, Map.of("id", registered.lookUp(subject, schema).id()));
    }

    private void lookUp(Context context) {
        answer(context, contents().lookUp(context.pathParam("subject"), schemaIn(context)));
    }

    private void versions(Context context) {
        var versions = contents().of(context.pathParam("subject"));
        answer(context, versions.stream().map(Version::version).toList());
    }

    private Version version(Context context) {
        return contents().of(context.pathParam("subject"), context.pathParam("version"));
    }

    private void schemaOfVersion(Context context) {
        raw(context, version(context).schema());
    }

    private List<Version> withId(Context context) {
        var id = context.pathParam("id");
        try {
            return contents().withId(Integer.parseInt(id));
        } catch (NumberFormatException notAnId) {
            throw RegistryRefusal.noSchema(id);
        }
    }

    /** The level of the subject, or with {@code defaultToGlobal} the effective one. */
    private void level(Context context) {
        var subject = context.pathParam("subject");
        if (!contents().levels().containsKey(subject) && !Boolean.parseBoolean(context.queryParam("defaultToGlobal"))) {
            throw RegistryRefusal.noCompatibility(subject);
        }
        answer(context, Map.of("compatibilityLevel", contents().levelOf(subject)));
    }

    private void setLevel(Context context) {
        var level = levelIn(context);
        registry.change(contents -> contents.withLevel(level));
        answer(context, Map.of("compatibility", level));
    }

    private void setLevelOfSubject(Context context) {
        var level = levelIn(context);
        registry.change(contents -> contents.withLevel(context.pathParam("subject"), level));
        answer(context, Map.of("compatibility", level));
    }

    private static Compatibility levelIn(Context context) {
        return Compatibility.named(body(context).path("compatibility").asText());
    }

    /** The schema of the request; other types than Avro and references between subjects are not supported. */
    private static String schemaIn(Context context) {
        var body = body(context);
        var type = body.path("schemaType").asText(AVRO);
        if (!type.equals(AVRO) && !type.equals("null")) {
            throw RegistryRefusal.invalidSchema("only AVRO is supported, not " + type);
        }
        if (!body.path("references").isEmpty()) {
            throw RegistryRefusal.invalidSchema("references to other subjects are not supported");
        }
        return SchemaText.canonical(body.path("schema").asText());
    }

    private static JsonNode body(Context context) {
        try {
            return JSON.readTree(context.body());
        } catch (JsonProcessingException e) {
            throw RegistryRefusal.invalidSchema("the request is not JSON: " + e.getOriginalMessage());
        }
    }

    private static void answerWhether(Context context, Optional<String> broken) {
        answer(
                context,
                Map.of(
                        "is_compatible",
                        broken.isEmpty(),
                        "messages",
                        broken.stream().toList()));
    }

    private static void answer(Context context, Object value) {
        raw(context, JSON.valueToTree(value).toString());
    }

    private static void raw(Context context, String json) {
        context.contentType(CONTENT_TYPE).result(json);
    }

    private static void refuse(RegistryRefusal refusal, Context context) {
        context.status(refusal.status());
        answer(context, Map.of("error_code", refusal.code(), "message", String.valueOf(refusal.getMessage())));
    }
}
