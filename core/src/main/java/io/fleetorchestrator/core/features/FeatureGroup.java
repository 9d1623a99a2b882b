package io.fleetorchestrator.core.features;

import java.util.List;

/** Columns that belong together. A schema is a list of groups. */
record FeatureGroup(String name, List<Column> columns) {

    FeatureGroup {
        columns = List.copyOf(columns);
    }
}
