package io.refundtool.refund.scenario;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;

/** The ids that the state machine derives and others repeat, by the names that a scenario has for them. */
final class Ids {

    /** The movements of a refund's money that need a receipt, in their order. */
    enum Movement {
        OUT(1),
        BACK(2);

        private final int number;

        Movement(int number) {
            this.number = number;
        }

        static Optional<Movement> named(String name) {
            return Arrays.stream(values())
                    .filter(movement -> movement.text().equals(name))
                    .findFirst();
        }

        String text() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private static final int ORDER_DIGITS = 12;

    private Ids() {}

    static String idempotencyKey(String orderId, String refundId, int part, int tries) {
        return keyPrefix(orderId, refundId, part) + tries;
    }

    /** Which try of a part a key is for; empty where it is for none. */
    static OptionalInt tryOf(String orderId, String refundId, int part, String key) {
        String prefix = keyPrefix(orderId, refundId, part);
        String rest = key.startsWith(prefix) ? key.substring(prefix.length()) : "";
        return rest.matches("[1-9][0-9]{0,3}") ? OptionalInt.of(Integer.parseInt(rest)) : OptionalInt.empty();
    }

    /** Which try a key is for, whosever it is. */
    static int tryOf(String key) {
        return Integer.parseInt(key.substring(key.lastIndexOf('/') + 1));
    }

    static String movementId(String orderId, String refundId, Movement movement) {
        String order =
                UUID.nameUUIDFromBytes(orderId.getBytes(StandardCharsets.UTF_8)).toString();
        return "%s/%d/%s".formatted(refundId, movement.number, order.substring(order.length() - ORDER_DIGITS));
    }

    /** Which movement an id is for; empty where it is for none. */
    static Optional<Movement> movementOf(String orderId, String refundId, String movementId) {
        return Arrays.stream(Movement.values())
                .filter(movement -> movementId(orderId, refundId, movement).equals(movementId))
                .findFirst();
    }

    private static String keyPrefix(String orderId, String refundId, int part) {
        return "%s/%s/%d/".formatted(orderId, refundId, part);
    }
}
