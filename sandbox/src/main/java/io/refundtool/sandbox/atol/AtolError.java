package io.refundtool.sandbox.atol;

import java.util.List;
import java.util.Map;

/**
 * An error in the words of ATOL Online.
 *
 * @param http the status it is answered with
 * @param code as in the table of protocols
 * @param type which part of it failed: system, driver, agent, timeout
 */
record AtolError(int http, int code, String text, String type) {

    static final int BAD_TOKEN = 10;
    static final int WRONG_TOKEN = 11;
    static final int WRONG_LOGIN = 12;
    static final int WRONG_GROUP = 20;
    static final int WRONG_UUID = 30;
    static final int UNKNOWN_OPERATION = 31;
    static final int INVALID = 32;
    static final int ALREADY_EXISTS = 33;
    static final int NOT_PROCESSED_YET = 34;
    static final int WRONG_CONTENT_TYPE = 41;

    /** Of the service itself; the same request may succeed later. */
    static final List<AtolError> SYSTEM_ERRORS = List.of(
            new AtolError(400, 0, "unknown error"),
            new AtolError(400, 1, "processing error"),
            new AtolError(500, 50, "server error"));

    /** Of the agent between the service and the cash register; they do not pass. */
    static final List<AtolError> AGENT_ERRORS = List.of(
            agent(2003, "the INN is not that of the register"),
            agent(2006, "the task is no JSON"),
            agent(2007, "the task is not complete"),
            agent(2009, "the INN does not match"));

    AtolError(int http, int code, String text) {
        this(http, code, text, "system");
    }

    static AtolError invalid(String text) {
        return new AtolError(400, INVALID, text);
    }

    static AtolError driver(int code, String text) {
        return new AtolError(200, code, text, "driver");
    }

    private static AtolError agent(int code, String text) {
        return new AtolError(200, code, text, "agent");
    }

    Map<String, Object> json() {
        return Map.of("error_id", "sandbox-" + code, "code", code, "text", text, "type", type);
    }
}
