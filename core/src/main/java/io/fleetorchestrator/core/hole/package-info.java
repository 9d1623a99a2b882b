/** Values that are not known: NaN in calculations, absent in records. */
@NullMarked
package io.fleetorchestrator.core.hole;

import org.jspecify.annotations.NullMarked;
