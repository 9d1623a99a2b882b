package io.fleetorchestrator.testing;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;

/** The rules of this module, and of the modules below it, which cannot see it. */
@AnalyzeClasses(
        packages = {"io.fleetorchestrator.testing", "io.fleetorchestrator.schemas", "io.fleetorchestrator.embedded"},
        importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchTests rules = ArchTests.in(ArchitectureRules.class);
}
