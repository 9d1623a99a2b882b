/** API keys, tokens, roles and the audit log. */
@NullMarked
package io.fleetorchestrator.center.security;

import org.jspecify.annotations.NullMarked;
