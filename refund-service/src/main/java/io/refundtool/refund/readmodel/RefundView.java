package io.refundtool.refund.readmodel;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/** Searches the projection. */
public final class RefundView {

    private final JdbcClient jdbc;

    public RefundView(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A page of refunds in the order of their requests. */
    public List<RefundSummary> find(RefundSearch search) {
        StringBuilder sql = new StringBuilder("select * from refund_view where true");
        if (!search.statuses().isEmpty()) {
            sql.append(" and status in (:statuses)");
        }
        Optional.ofNullable(search.code()).ifPresent(_ -> sql.append(" and code = :code"));
        Optional.ofNullable(search.country()).ifPresent(_ -> sql.append(" and country = :country"));
        Optional.ofNullable(search.from()).ifPresent(_ -> sql.append(" and requested_at >= :from"));
        Optional.ofNullable(search.to()).ifPresent(_ -> sql.append(" and requested_at < :to"));
        Optional.ofNullable(search.after())
                .ifPresent(_ -> sql.append(
                        " and (requested_at, order_id, refund_id) > (:afterTime, :afterOrder, :afterRefund)"));
        sql.append(" order by requested_at, order_id, refund_id limit :limit");
        return bind(jdbc.sql(sql.toString()), search).query(RefundView::summary).list();
    }

    /** The refunds of an order that were archived with it, in the order of their requests. */
    public List<RefundSummary> archived(String orderId) {
        return jdbc.sql("""
                        select * from refund_view where order_id = :order and archived_at is not null
                        order by requested_at, refund_id
                        """).param("order", orderId).query(RefundView::summary).list();
    }

    /** How many refunds wait for an operator, by code, and since when the oldest does. */
    public List<OnHold> onHold() {
        return jdbc.sql("""
                        select code, count(*) as refunds, min(updated_at) as since from refund_view
                        where status = 'on-hold' group by code
                        """)
                .query((row, _) -> new OnHold(
                        row.getString("code"),
                        row.getLong("refunds"),
                        row.getObject("since", OffsetDateTime.class).toInstant()))
                .list();
    }

    private static StatementSpec bind(StatementSpec statement, RefundSearch search) {
        StatementSpec bound = statement.param("limit", search.limit());
        if (!search.statuses().isEmpty()) {
            bound = bound.param("statuses", search.statuses());
        }
        if (search.code() != null) {
            bound = bound.param("code", search.code());
        }
        if (search.country() != null) {
            bound = bound.param("country", search.country());
        }
        if (search.from() != null) {
            bound = bound.param("from", search.from().atOffset(ZoneOffset.UTC));
        }
        if (search.to() != null) {
            bound = bound.param("to", search.to().atOffset(ZoneOffset.UTC));
        }
        RefundSearch.Cursor after = search.after();
        return after == null
                ? bound
                : bound.param("afterTime", after.requestedAt().atOffset(ZoneOffset.UTC))
                        .param("afterOrder", after.orderId())
                        .param("afterRefund", after.refundId());
    }

    private static RefundSummary summary(ResultSet row, int number) throws SQLException {
        return new RefundSummary(
                row.getString("order_id"),
                row.getString("refund_id"),
                row.getString("country"),
                row.getString("currency"),
                row.getString("status"),
                row.getLong("amount_minor"),
                row.getString("code"),
                row.getString("reason"),
                row.getObject("requested_at", OffsetDateTime.class).toInstant(),
                row.getObject("updated_at", OffsetDateTime.class).toInstant());
    }
}
