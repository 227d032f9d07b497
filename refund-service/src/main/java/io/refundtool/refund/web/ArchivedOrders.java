package io.refundtool.refund.web;

import io.refundtool.refund.readmodel.RefundSummary;
import java.util.List;

/** What is left of orders that were archived, and so are in the state stores no more. */
@FunctionalInterface
interface ArchivedOrders {

    /** The refunds of an archived order; none if it was not archived. */
    List<RefundSummary> refunds(String orderId);
}
