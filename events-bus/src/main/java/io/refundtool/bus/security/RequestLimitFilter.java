package io.refundtool.bus.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Lets every caller have so many requests and no more. Requests to open pages, whose caller nobody knows, are not counted. */
final class RequestLimitFilter extends OncePerRequestFilter {

    private final RequestLimit limit;
    private final RefusalAnswers answers;

    RequestLimitFilter(RequestLimit limit, RefusalAnswers answers) {
        this.limit = limit;
        this.answers = answers;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication != null && authentication.getPrincipal() instanceof Caller caller) {
            Optional<Duration> wait = limit.waitFor(caller);
            if (wait.isPresent()) {
                answers.tooManyRequests(request, response, caller, wait.get());
                return;
            }
        }
        chain.doFilter(request, response);
    }
}
