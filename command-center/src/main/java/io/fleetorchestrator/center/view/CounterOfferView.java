package io.fleetorchestrator.center.view;

import io.fleetorchestrator.schemas.contract.CounterOffer;

/** A slot that would have been approved. */
public record CounterOfferView(PlacementView placement, double marginC, FootprintView footprint) {

    static CounterOfferView of(CounterOffer offer) {
        return new CounterOfferView(
                PlacementView.of(offer.getPlacement()), offer.getMarginC(), FootprintView.of(offer.getFootprint()));
    }
}
