package io.fleetorchestrator.forecaster.stream;

/** Values of a store in bytes and back. */
interface StateCodec<V> {

    byte[] encode(V value);

    V decode(byte[] bytes);
}
