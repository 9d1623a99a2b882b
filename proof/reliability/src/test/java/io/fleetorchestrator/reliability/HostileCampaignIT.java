package io.fleetorchestrator.reliability;

import static org.assertj.core.api.BDDAssertions.then;

import io.fleetorchestrator.reliability.hostile.Campaign;
import io.fleetorchestrator.reliability.oracle.Findings;
import io.fleetorchestrator.testing.KafkaEnvironment;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * No record of a client stops a service, starves other clients or gets two decisions. Every build sends each field of each
 * input once in each invalid form; {@code -Dhostile.records=100000} sends more, {@code -Dhostile.seed} changes the order.
 */
class HostileCampaignIT {

    @RegisterExtension
    static final KafkaEnvironment KAFKA = KafkaEnvironment.isolated();

    private static final int RECORDS = Integer.getInteger("hostile.records", 2_000);
    private static final int KILLS = Integer.getInteger("hostile.kills", 1);
    private static final long SEED = Long.getLong("hostile.seed", 42);

    @Test
    void noRecordStopsAServiceOrIsAnsweredTwice() {
        try (var campaign = Campaign.on(KAFKA, SEED)) {
            // given
            long linesBefore = campaign.metricsLines();

            // when
            campaign.run(RECORDS, KILLS);

            // then
            campaign.printFigures();
            then(campaign.judge()).isEqualTo(Findings.NONE);
            then(campaign.stopped()).isEmpty();
            then(campaign.metricsOfStrangers()).isLessThan(20);
            then(campaign.metricsLines()).isLessThan(linesBefore + 2_000);
            then(campaign.changelogBytesPerByteSent()).isLessThan(2);
        }
    }
}
