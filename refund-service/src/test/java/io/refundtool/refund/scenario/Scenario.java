package io.refundtool.refund.scenario;

import io.refundtool.events.common.Country;
import io.refundtool.events.common.CurrencyCode;
import io.refundtool.events.common.OrderBasis;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What the world says about the refunds of one order, and what the Refund Tool has to make of it.
 *
 * @param why the row of the state machine's tables that it proves
 * @param state how every refund of the order stands at the end, by refund id
 */
public record Scenario(
        Place place, String title, String why, Given given, List<Step> steps, Map<String, Standing> state) {

    /** Enough for any history that a person reads or a generator makes. */
    static final int MAX_STEPS = 500;

    public Scenario {
        steps = List.copyOf(steps);
        state = new LinkedHashMap<>(state);
    }

    /** The order that the scenario is about. */
    public record Given(String orderId, Country country, CurrencyCode currency, OrderBasis order) {}

    /** One input, and what it has to bring about. */
    public record Step(Place place, Input input, Outcome then) {}

    @Override
    public String toString() {
        return title;
    }
}
