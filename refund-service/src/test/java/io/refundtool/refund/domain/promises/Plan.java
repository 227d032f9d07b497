package io.refundtool.refund.domain.promises;

import io.refundtool.refund.domain.promises.Conduct.Freedom;

/** An order, what is asked of it, and how the world behaves about each refund. */
record Plan(Orders orders, Conduct conduct) {

    /** Requests that do not take anything from each other. */
    static Plan apart(Choices choices, Freedom freedom) {
        var conduct = new Conduct();
        return new Plan(Orders.apart(choices, refundId -> conduct.draw(choices, freedom, refundId)), conduct);
    }

    /** Requests of which some have to be rejected. */
    static Plan competing(Choices choices, Freedom freedom) {
        var conduct = new Conduct();
        return new Plan(Orders.competing(choices, refundId -> conduct.draw(choices, freedom, refundId)), conduct);
    }

    /** The plan without the refunds after the first few. */
    Plan first(int refunds) {
        int size = Math.min(refunds, orders.requests().size());
        return new Plan(new Orders(orders.basis(), orders.requests().subList(0, size)), conduct);
    }

    World world(Journal journal) {
        return new World(orders, conduct, journal);
    }
}
