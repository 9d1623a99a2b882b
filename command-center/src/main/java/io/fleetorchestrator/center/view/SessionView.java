package io.fleetorchestrator.center.view;

import io.fleetorchestrator.center.security.Role;
import org.jspecify.annotations.Nullable;

/** The caller. */
public record SessionView(String name, Role role, @Nullable String tenant) {}
