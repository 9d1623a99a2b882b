package io.fleetorchestrator.reliability.hostile;

import io.fleetorchestrator.testing.Platform;
import io.fleetorchestrator.testing.TopicSpace;
import java.util.concurrent.ExecutionException;

/** The size of the services' stores on the brokers' disks. */
public final class Changelogs {

    private Changelogs() {}

    /** Bytes of all changelogs of these topics' services whose names contain this. */
    public static long bytes(Platform platform, TopicSpace topics, String store) {
        try (var admin = platform.admin()) {
            var brokers = admin.describeCluster().nodes().get().stream()
                    .map(node -> node.id())
                    .toList();
            return admin.describeLogDirs(brokers).allDescriptions().get().values().stream()
                    .flatMap(directories -> directories.values().stream())
                    .flatMap(directory -> directory.replicaInfos().entrySet().stream())
                    .filter(replica -> isChangelog(replica.getKey().topic(), topics, store))
                    .mapToLong(replica -> replica.getValue().size())
                    .sum();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        } catch (ExecutionException failed) {
            throw new AssertionError(failed.getCause());
        }
    }

    private static boolean isChangelog(String topic, TopicSpace topics, String store) {
        return topic.startsWith(topics.prefix()) && topic.contains(store) && topic.endsWith("-changelog");
    }
}
