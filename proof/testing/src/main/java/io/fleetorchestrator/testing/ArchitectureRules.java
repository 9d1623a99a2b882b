package io.fleetorchestrator.testing;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** What may depend on what, for every module; apply it with {@code ArchTests.in(ArchitectureRules.class)}. */
public final class ArchitectureRules {

    @ArchTest
    static final ArchRule onlyTopologiesSeeKafkaStreams = noClasses()
            .that(areNoPartOfATopology())
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.apache.kafka.streams..")
            .because("what is decided must be testable without a stream")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule oneClassImportsXgboost =
            classes().should(importXgboostOnce()).allowEmptyShould(true);

    @ArchTest
    static final ArchRule onlySerdesSeeTheRegistryClient = noClasses()
            .that()
            .resideOutsideOfPackage("..schemas.serdes..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.apache.flink..")
            .because("AvroSerdes is the only door to the registry")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule onlyMainsEndTheJvm = noClasses()
            .that(areNoMains())
            .should()
            .callMethod(System.class, "exit", int.class)
            .because("several services may share a JVM")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule packagesHaveNoCycles = slices().matching("io.fleetorchestrator.(**)")
            .should()
            .beFreeOfCycles()
            .allowEmptyShould(true);

    private ArchitectureRules() {}

    private static DescribedPredicate<JavaClass> areNoMains() {
        return DescribedPredicate.describe(
                "have no main method and no name that ends in Main",
                type -> !type.getSimpleName().endsWith("Main")
                        && type.tryGetMethod("main", String[].class).isEmpty());
    }

    private static DescribedPredicate<JavaClass> areNoPartOfATopology() {
        return DescribedPredicate.describe(
                "are neither a topology, nor a service made of one, nor in a package of streams",
                type -> !(type.getName().matches(".*Topology(\\$.*)?")
                        || type.isAssignableTo("io.fleetorchestrator.runtime.service.StreamsService")
                        || type.getPackageName().matches(".*\\.streams?(\\..*)?")
                        || runsTopologies(type)));
    }

    private static boolean runsTopologies(JavaClass type) {
        return Stream.of("runtime.failure", "runtime.service", "runtime.state", "testing")
                .anyMatch(part -> type.getPackageName().startsWith("io.fleetorchestrator." + part));
    }

    private static ArchCondition<JavaClass> importXgboostOnce() {
        return new ArchCondition<>("import ml.dmlc in one class at most") {

            private final Set<String> importers = new TreeSet<>();

            @Override
            public void check(JavaClass type, ConditionEvents events) {
                if (type.getDirectDependenciesFromSelf().stream()
                        .anyMatch(dependency ->
                                dependency.getTargetClass().getPackageName().startsWith("ml.dmlc"))) {
                    importers.add(type.getName().replaceAll("\\$.*", ""));
                }
            }

            @Override
            public void finish(ConditionEvents events) {
                events.add(new SimpleConditionEvent(
                        importers, importers.size() <= 1, "classes that import ml.dmlc: " + importers));
            }
        };
    }
}
