package io.refundtool.refund.web;

import io.refundtool.refund.readmodel.RefundView;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Lets problems look into the read model. */
@Configuration(proxyBeanMethods = false)
class ArchiveAccess {

    @Bean
    ArchivedOrders archivedOrders(RefundView view) {
        return view::archived;
    }
}
