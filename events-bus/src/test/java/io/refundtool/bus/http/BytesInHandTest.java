package io.refundtool.bus.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.refundtool.bus.http.BytesInHand.Admission;
import io.refundtool.bus.publish.BatchLimits;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;

/** However many requests wait for Kafka, their bodies take no more than is allowed. */
class BytesInHandTest {

    private final BytesInHand bytes = new BytesInHand(BatchLimits.MAX_BODY_BYTES + 1_024);

    @Test
    void shouldTurnAwayWhatFindsNoRoomUntilThereIsSome() throws IOException {
        // given
        Admission first = admit(request(3_000_000));

        // when
        Admission second = admit(request(2_000_000));
        ((Admission.Admitted) first).close();
        Admission third = admit(request(2_000_000));

        // then
        assertThat(second).isEqualTo(new Admission.NoRoom());
        assertThat(third).isInstanceOf(Admission.Admitted.class);
    }

    @Test
    void shouldKeepNoRoomForABodyThatIsRefused() throws IOException {
        for (int i = 0; i < 10; i++) {
            // when
            Admission tooLarge = admit(ofUnknownLength(BatchLimits.MAX_BODY_BYTES + 1));

            // then
            assertThat(tooLarge).isEqualTo(new Admission.TooLarge());
        }
        assertThat(admit(request(BatchLimits.MAX_BODY_BYTES))).isInstanceOf(Admission.Admitted.class);
    }

    @Test
    void shouldTakeABodyOfUnknownLengthForTheLargest() throws IOException {
        // given
        admit(request(2_000));

        // then
        assertThat(admit(ofUnknownLength(1))).isEqualTo(new Admission.NoRoom());
    }

    @Test
    void shouldRefuseALimitThatNoLargestBodyFitsIn() {
        assertThatThrownBy(() -> new BytesInHand(1_000_000)).hasMessageContaining("max-bytes-in-hand to be at least");
    }

    private Admission admit(MockHttpServletRequest request) throws IOException {
        return bytes.admit(request, BatchLimits.MAX_BODY_BYTES);
    }

    private static MockHttpServletRequest request(int length) {
        var request = new MockHttpServletRequest();
        request.setContent(new byte[length]);
        return request;
    }

    private static MockHttpServletRequest ofUnknownLength(int length) {
        return new MockHttpServletRequest() {
            {
                setContent(new byte[length]);
            }

            @Override
            public long getContentLengthLong() {
                return -1;
            }
        };
    }
}
