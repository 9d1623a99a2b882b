/** What goes to and is asked of Kafka: records with an account of them, profiles, retention, where a run left off. */
@NullMarked
package io.fleetorchestrator.producer.publishing;

import org.jspecify.annotations.NullMarked;
