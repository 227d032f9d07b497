package io.refundtool.sandbox;

import io.refundtool.testservers.ServerTests;
import org.junit.jupiter.api.Test;

class ServerTestsTest {

    @Test
    void shouldRunTestsThatNeedServersOnEitherKind() {
        ServerTests.requireTheSwitch("io.refundtool.sandbox");
    }
}
