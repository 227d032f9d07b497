package io.refundtool.refund.query;

import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;

/** What another instance answered, as it came. */
public record PeerAnswer(Peer peer, HttpResponse<byte[]> response) {

    private static final int OK = 200;
    private static final int NOT_FOUND = 404;
    private static final int SERVICE_UNAVAILABLE = 503;

    public int status() {
        return response.statusCode();
    }

    public HttpHeaders headers() {
        return response.headers();
    }

    public byte[] body() {
        return response.body();
    }

    public boolean isOk() {
        return status() == OK;
    }

    public boolean isNotFound() {
        return status() == NOT_FOUND;
    }

    /** Whether it cannot tell just now, so that somebody else has to be asked. */
    boolean isUnavailable() {
        return status() == SERVICE_UNAVAILABLE;
    }
}
