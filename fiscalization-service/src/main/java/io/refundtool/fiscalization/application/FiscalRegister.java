package io.refundtool.fiscalization.application;

/** The cash registers as a service. Both calls block, never longer than their time-outs, and never throw for an outage. */
public interface FiscalRegister {
    /** Sends a receipt; the same external id is registered once however often it is sent. */
    RegisterAnswer register(RegistrationRequest request);

    /** Asks for the result of a registration. */
    RegisterAnswer report(ReportRequest request);

    /** Whether requests have a chance now; false while the service is away. */
    boolean reachable();

    /** Whether the credentials are accepted again after they were refused. */
    boolean credentialsAccepted();
}
