package io.refundtool.sandbox.atol;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** What a cash register refuses: the limits of the protocol, and sums that do not add up. */
final class RegisterRules {

    static final int MAX_ITEMS = 100;
    static final int MAX_PAYMENTS = 10;
    static final int MAX_VATS = 6;
    static final int MAX_NAME = 128;
    static final int MAX_EXTERNAL_ID = 128;
    static final int MAX_CALLBACK_URL = 256;
    static final BigDecimal MAX_PRICE = new BigDecimal("42949672.95");
    static final BigDecimal MAX_QUANTITY = new BigDecimal("99999.999");

    private static final int CENT_DIGITS = 2;
    private static final Set<String> VAT_RATES = Set.of(
            "none", "vat0", "vat5", "vat7", "vat10", "vat20", "vat22", "vat105", "vat107", "vat110", "vat120",
            "vat122");
    private static final Set<String> PAYMENT_METHODS = Set.of(
            "full_prepayment", "prepayment", "advance", "full_payment", "partial_payment", "credit", "credit_payment");
    private static final Set<String> CORRECTION_TYPES = Set.of("self", "instruction");
    private static final String DATE = "[0-9]{2}\\.[0-9]{2}\\.[0-9]{4}";
    private static final Set<String> TAX_SYSTEMS =
            Set.of("osn", "usn_income", "usn_income_outcome", "envd", "esn", "patent");

    private RegisterRules() {}

    /** The request, if the register takes it; a correction's receipt is under a name of its own. */
    static ReceiptRequest check(String operation, JsonNode body) throws RefusedByRegisterException {
        String externalId = text(body.path("external_id"), "external_id", MAX_EXTERNAL_ID);
        text(body.path("timestamp"), "timestamp", "dd.MM.yyyy HH:mm:ss".length());
        String callback = body.path("service").path("callback_url").asString("");
        require(callback.length() <= MAX_CALLBACK_URL, "callback_url is too long");
        JsonNode receipt = receipt(operation, body);
        parties(receipt);
        BigDecimal total = decimal(receipt.path("total"), "total");
        require(total.compareTo(items(receipt.path("items"))) == 0, "total is not the sum of the items");
        require(total.compareTo(payments(receipt.path("payments"))) == 0, "total is not the sum of the payments");
        vats(receipt.path("vats"));
        return new ReceiptRequest(externalId, total, callback);
    }

    private static JsonNode receipt(String operation, JsonNode body) throws RefusedByRegisterException {
        if (!operation.endsWith("_correction")) {
            return body.path("receipt");
        }
        JsonNode receipt = body.path("correction");
        JsonNode info = receipt.path("correction_info");
        require(CORRECTION_TYPES.contains(info.path("type").asString("")), "correction_info.type is unknown");
        require(info.path("base_date").asString("").matches(DATE), "correction_info.base_date is no date");
        return receipt;
    }

    private static void parties(JsonNode receipt) throws RefusedByRegisterException {
        JsonNode client = receipt.path("client");
        require(client.has("email") || client.has("phone"), "client has neither email nor phone");
        JsonNode company = receipt.path("company");
        require(company.path("inn").asString("").matches("[0-9]{10}|[0-9]{12}"), "inn is no INN");
        require(TAX_SYSTEMS.contains(company.path("sno").asString("")), "sno is unknown");
        text(company.path("payment_address"), "payment_address", MAX_CALLBACK_URL);
        text(company.path("email"), "company.email", MAX_CALLBACK_URL);
    }

    private static BigDecimal items(JsonNode items) throws RefusedByRegisterException {
        require(items.size() >= 1 && items.size() <= MAX_ITEMS, "items must be 1 to " + MAX_ITEMS);
        BigDecimal sum = BigDecimal.ZERO;
        for (JsonNode item : items) {
            sum = sum.add(item(item));
        }
        return sum;
    }

    private static BigDecimal item(JsonNode item) throws RefusedByRegisterException {
        text(item.path("name"), "name", MAX_NAME);
        BigDecimal price = decimal(item.path("price"), "price");
        require(price.signum() >= 0 && price.compareTo(MAX_PRICE) <= 0, "price is out of range");
        BigDecimal quantity = decimal(item.path("quantity"), "quantity");
        require(quantity.signum() > 0 && quantity.compareTo(MAX_QUANTITY) <= 0, "quantity is out of range");
        BigDecimal sum = decimal(item.path("sum"), "sum");
        int digits = Math.max(CENT_DIGITS, sum.scale());
        BigDecimal product = price.multiply(quantity).setScale(digits, RoundingMode.HALF_UP);
        require(product.compareTo(sum) == 0, "sum is not price x quantity");
        require(PAYMENT_METHODS.contains(item.path("payment_method").asString("")), "payment_method is unknown");
        int object = item.path("payment_object").asInt(0);
        require(object >= 1 && object <= 33 && object != 28 && object != 29, "payment_object is unknown");
        require(item.path("measure").isInt(), "measure is missing");
        require(VAT_RATES.contains(item.path("vat").path("type").asString("")), "vat type is unknown");
        return sum;
    }

    private static BigDecimal payments(JsonNode payments) throws RefusedByRegisterException {
        require(payments.size() >= 1 && payments.size() <= MAX_PAYMENTS, "payments must be 1 to " + MAX_PAYMENTS);
        BigDecimal sum = BigDecimal.ZERO;
        for (JsonNode payment : payments) {
            int type = payment.path("type").asInt(-1);
            require(type >= 0 && type <= 4, "payments.type is unknown");
            sum = sum.add(decimal(payment.path("sum"), "payments.sum"));
        }
        return sum;
    }

    private static void vats(JsonNode vats) throws RefusedByRegisterException {
        require(vats.size() <= MAX_VATS, "vats must be at most " + MAX_VATS);
        for (JsonNode vat : vats) {
            require(VAT_RATES.contains(vat.path("type").asString("")), "vats.type is unknown");
        }
    }

    private static String text(JsonNode node, String name, int maxLength) throws RefusedByRegisterException {
        String text = node.asString("");
        require(!text.isEmpty() && text.length() <= maxLength, name + " must have 1 to " + maxLength + " characters");
        return text;
    }

    private static BigDecimal decimal(JsonNode node, String name) throws RefusedByRegisterException {
        require(node.isNumber(), name + " must be a number");
        return node.decimalValue();
    }

    private static void require(boolean holds, String otherwise) throws RefusedByRegisterException {
        if (!holds) {
            throw new RefusedByRegisterException(otherwise);
        }
    }
}
