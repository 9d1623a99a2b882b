package io.fleetorchestrator.runtime.streams;

import static org.assertj.core.api.BDDAssertions.then;
import static org.assertj.core.api.BDDAssertions.thenThrownBy;

import java.util.Properties;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.errors.TopologyException;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.Grouped;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Materialized;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Produced;
import org.junit.jupiter.api.Test;

class TopologyFactoryTest {

    @Test
    void buildsATopologyWithoutGeneratedNames() {
        // when
        var topology = TopologyFactory.create(
                config(),
                builder -> readings(builder)
                        .groupByKey(Grouped.with(Serdes.String(), Serdes.String()))
                        .count(Named.as("counted"), Materialized.as("counts"))
                        .toStream(Named.as("counts-stream"))
                        .to("out", Produced.<String, Long>as("out-sink").withValueSerde(Serdes.Long())));

        // then
        then(topology.describe().toString()).contains("readings", "counted", "counts", "out-sink");
    }

    @Test
    void rejectsAnOperatorWithAGeneratedName() {
        thenThrownBy(() -> TopologyFactory.create(
                        config(),
                        builder -> readings(builder).mapValues(value -> value).to("out", Produced.as("out-sink"))))
                .isInstanceOf(TopologyException.class)
                .hasMessageContaining("KSTREAM-MAPVALUES-0000000001")
                .hasMessageContaining("Named.as");
    }

    @Test
    void rejectsAnUnnamedStore() {
        thenThrownBy(() -> TopologyFactory.create(
                        config(), builder -> readings(builder).groupByKey().count(Named.as("counted"))))
                .isInstanceOf(TopologyException.class);
    }

    private static KStream<String, String> readings(StreamsBuilder builder) {
        return builder.stream(
                "in", Consumed.with(Serdes.String(), Serdes.String()).withName("readings"));
    }

    private static Properties config() {
        var config = new Properties();
        config.put(StreamsConfig.APPLICATION_ID_CONFIG, "topology-factory-test");
        config.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "nowhere:9092");
        return config;
    }
}
