package io.refundtool.bus.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.firewall.RequestRejectedHandler;

/** Answers requests that do not get as far as a controller. */
public interface RefusalAnswers extends AuthenticationEntryPoint, RequestRejectedHandler {

    /**
     * The caller has used up its requests.
     *
     * @param wait until its next request is taken, in whole seconds
     */
    void tooManyRequests(HttpServletRequest request, HttpServletResponse response, Caller caller, Duration wait)
            throws IOException;
}
