package io.refundtool.sandbox.feed;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.refundtool.events.EventCodec;
import io.refundtool.events.EventType;
import io.refundtool.events.InvalidEventException;
import io.refundtool.events.common.RequestedLine;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShopExportTest {

    private static final String ORDERS =
            "order_id,ordered_at,country,currency,customer_id,line_id,sku,name,quantity,unit_price\n";
    private static final String RETURNS =
            "refund_id,requested_at,order_id,country,customer_id,line_id,sku,quantity,amount\n";
    private static final String ORDER_1 = """
            O1,2010-12-01T09:09:00Z,GB,GBP,15100,1,A,LAMP,32,10.955
            O1,2010-12-01T09:09:00Z,GB,GBP,15100,2,B,"SIGN, 7"" METAL",1,2.10
            """;
    private static final String RETURN_1 = "R1,2010-12-02T09:09:00Z,O1,GB,15100,1,A,2,21.91\n";

    @TempDir
    private Path directory;

    @Test
    void shouldMakeARequestOfAllRowsOfARefund() throws IOException {
        // given
        Path orders = file("orders.csv", ORDERS + ORDER_1);
        Path returns = file("returns.csv", RETURNS + RETURN_1 + "R1,2010-12-02T09:09:00Z,O1,GB,15100,2,B,1,2.10\n");

        // when
        ShopExport export = read(orders, returns);

        // then
        assertThat(export.problems()).isEmpty();
        assertThat(export.returns()).hasSize(1);
        assertThat(export.returns().getFirst().amount()).isEqualTo("24.01");
        FeedRequest request = onlyRequest(export);
        assertThat(request.event().lines())
                .containsExactly(new RequestedLine("1", 2, 2_191), new RequestedLine("2", 1, 210));
        assertThat(request.event().order().lines().getFirst().unitPriceMicros()).isEqualTo(10_955_000);
        assertThat(request.event().order().lines().get(1).name()).isEqualTo("SIGN, 7\" METAL");
        // 32 x 10.955 = 350.56, and 2.10
        assertThat(request.capturedMinor()).isEqualTo(35_266);
        assertThat(request.event().order().customer().email()).isEqualTo("customer-15100@example.test");
    }

    @Test
    void shouldRoundEachLineOfTheCapturedAmountHalfUp() throws IOException {
        // given
        Path orders = file(
                "orders.csv",
                ORDERS + "O1,2010-12-01T09:09:00Z,GB,GBP,,1,A,LAMP,1,0.125\n"
                        + "O1,2010-12-01T09:09:00Z,GB,GBP,,2,A,LAMP,1,0.125\n");

        // when
        ShopExport export = read(orders, file("returns.csv", RETURNS + "R1,2010-12-02T09:09:00Z,O1,GB,,1,A,1,0.13\n"));

        // then
        assertThat(onlyRequest(export).capturedMinor()).isEqualTo(26);
    }

    @Test
    void shouldCountAmountsByTheDigitsOfTheCurrency() throws IOException {
        // given
        Path orders = file("orders.csv", ORDERS + "O1,2010-12-01T09:09:00Z,JP,JPY,1,1,A,TOWEL,2,1320\n");
        Path returns = file(
                "returns.csv",
                RETURNS + "R1,2010-12-02T09:09:00Z,O1,JP,1,1,A,1,1320\n"
                        + "R2,2010-12-02T09:09:00Z,O1,JP,1,1,A,1,13.5\n");

        // when
        ShopExport export = read(orders, returns);

        // then
        assertThat(export.returns().getFirst().amount()).isEqualTo("1320");
        assertThat(export.returns().get(1).request()).isNull();
        assertThat(export.problems())
                .containsExactly(
                        new RowProblem(
                                "returns.csv",
                                3,
                                "Expected amount to be an amount of JPY with at most 0 digits after the point, but it is '13.5'"));
    }

    @Test
    void shouldReadPackedFiles() throws IOException {
        // given
        Path returns = directory.resolve("returns.csv.gz");
        try (GZIPOutputStream packed = new GZIPOutputStream(Files.newOutputStream(returns))) {
            packed.write((RETURNS + RETURN_1).getBytes(UTF_8));
        }

        // when
        ShopExport export = read(file("orders.csv", ORDERS + ORDER_1), returns);

        // then
        assertThat(export.returns()).hasSize(1);
    }

    @Test
    void shouldSendARequestWithoutOrderThatLacksNothingElse() throws IOException {
        // given
        Path returns = file("returns.csv", RETURNS + "R1,2010-12-02T09:09:00Z,,GB,15100,,D,1,27.50\n");

        // when
        FeedRequest request = onlyRequest(read(file("orders.csv", ORDERS), returns));

        // then
        assertThat(request.orderId()).isEmpty();
        assertThatThrownBy(() -> EventCodec.read(EventType.BOB_REFUND_REQUESTED_V1, request.data()))
                .isInstanceOfSatisfying(
                        InvalidEventException.class,
                        refusal -> assertThat(refusal.path()).contains("orderId"));
        assertThat(request.event().lines()).containsExactly(new RequestedLine("1", 1, 2_750));
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "R2,2010-12-02T09:09:00Z,O1,GB,15100,1,A,0,1.00 | Expected quantity to be a whole number from 1 to 1000000, but it is '0'",
                "R2,2010-12-02T09:09:00Z,O1,GB,15100,1,A,1.5,1.00 | Expected quantity to be a whole number from 1 to 1000000, but it is '1.5'",
                "R2,2010-12-02T09:09:00Z,O1,GB,15100,1,A,99999999,1.00 | Expected quantity to be a whole number from 1 to 1000000, but it is '99999999'",
                "R2,2010-12-02T09:09:00Z,O1,GB,15100,1,A,1,ten | Expected amount to be a decimal number such as 27.50, but it is 'ten'",
                "R2,2010-12-02T09:09:00Z,O1,GB,15100,1,A,1,1e9 | Expected amount to be a decimal number such as 27.50, but it is '1e9'",
                "R2,2010-12-02T09:09:00Z,O1,GB,15100,1,A,1,0.001 | Expected amount to be an amount of GBP with at most 2 digits after the point, but it is '0.001'",
                "R2,2010-12-02T09:09:00Z,O1,GB,15100,1,A,1,99999999999999999999 | Expected amount to be an amount of GBP with at most 2 digits after the point, but it is '99999999999999999999'",
                "R2,2010-12-02,O1,GB,15100,1,A,1,1.00 | Expected requested_at to be a time such as 2010-12-01T09:41:00Z, with microseconds at most, but it is '2010-12-02'",
                "R2,2010-12-02T09:09:00Z,O1,XX,15100,1,A,1,1.00 | Expected country to be a country of ISO 3166-1, or EU or ZZ, but it is 'XX'",
                "R2,2010-12-02T09:09:00Z,O1,GB,15100,,A,1,1.00 | Expected line_id to be filled in, but it is empty",
                "R2,2010-12-02T09:09:00Z,O9,GB,15100,1,A,1,1.00 | Expected order_id to be an order of the orders' file, but O9 is none",
                "R2,2010-12-02T09:09:00Z,O1,GB,15100,1,A,1 | Expected 9 fields, but the row has 8",
                "R2,2010-12-02T09:09:00Z,O1,GB,15100,1,A,1,1.00,more | Expected 9 fields, but the row has 10",
                "R2,2010-12-02T09:09:00Z,O1,GB,15100,1,\"A,1,1.00 | Expected every quotation mark to be closed, but one is not",
                "R2,2010-12-02T09:09:00Z,O1,GB,15100,1,\"A\"x,1,1.00 | Expected a comma or the row's end after a closing quotation mark",
                ",2010-12-02T09:09:00Z,O1,GB,15100,1,A,1,1.00 | Expected refund_id to be filled in, but it is empty",
            },
            quoteCharacter = '`')
    void shouldNameTheLineOfAMalformedRowAndLetOthersThrough(String row, String sentence) throws IOException {
        // given
        String after = "R3,2010-12-03T09:09:00Z,O1,GB,15100,1,A,1,10.95\n";
        Path returns = file("returns.csv", RETURNS + RETURN_1 + row + "\n" + after);

        // when
        ShopExport export = read(file("orders.csv", ORDERS + ORDER_1), returns);

        // then
        assertThat(export.problems()).containsExactly(new RowProblem("returns.csv", 3, sentence));
        assertThat(export.returns().stream().filter(asked -> asked.request() != null))
                .extracting(ImportedReturn::refundId)
                .containsExactly("R1", "R3");
    }

    @Test
    void shouldReportARefundAsMalformedWhenOneOfItsRowsIs() throws IOException {
        // given
        Path returns = file("returns.csv", RETURNS + RETURN_1 + "R1,2010-12-02T09:09:00Z,O1,GB,15100,2,B,one,2.10\n");

        // when
        ShopExport export = read(file("orders.csv", ORDERS + ORDER_1), returns);

        // then
        assertThat(export.returns()).containsExactly(new ImportedReturn("R1", "O1", "", null));
    }

    @Test
    void shouldRefuseARowThatIsNotUtf8() throws IOException {
        // given
        Path returns = directory.resolve("returns.csv");
        Files.writeString(returns, RETURNS + "R1,2010-12-02T09:09:00Z,O1,GB,15100,1,Ä,1,1.00\n" + RETURN_1, ISO_8859_1);

        // when
        ShopExport export = read(file("orders.csv", ORDERS + ORDER_1), returns);

        // then
        assertThat(export.problems())
                .containsExactly(new RowProblem("returns.csv", 2, "Expected UTF-8, but the row has other bytes"));
        assertThat(export.returns()).hasSize(1);
    }

    @Test
    void shouldNotDecideARequestOnAnOrderLineThatWasLeftOut() throws IOException {
        // given
        Path orders = file("orders.csv", ORDERS + ORDER_1 + "O1,2010-12-01T09:09:00Z,GB,GBP,15100,3,C,BAG,x,1.00\n");
        Path returns = file("returns.csv", RETURNS + RETURN_1 + "R2,2010-12-02T09:09:00Z,O1,GB,15100,3,C,1,1.00\n");

        // when
        ShopExport export = read(orders, returns);

        // then
        assertThat(export.problems()).extracting(RowProblem::file).containsExactly("orders.csv", "returns.csv");
        assertThat(export.returns())
                .extracting(asked -> asked.request() == null)
                .containsExactly(false, true);
    }

    @Test
    void shouldSayWhichFileIsMissingAndWhichColumn() throws IOException {
        // given
        Path orders = file("orders.csv", ORDERS);
        Path wrong = file("returns.csv", "refund_id,order_id\n");

        // when // then
        assertThatThrownBy(() -> read(orders, directory.resolve("nowhere.csv")))
                .isInstanceOf(UnusableFileException.class)
                .hasMessageContaining("nowhere.csv to be a file, but there is none");
        assertThatThrownBy(() -> read(orders, wrong))
                .isInstanceOf(UnusableFileException.class)
                .hasMessageContaining(
                        "but requested_at, country, customer_id, line_id, sku, quantity, amount is missing");
    }

    private static ShopExport read(Path orders, Path returns) {
        return ShopExport.read(orders, returns, ImportSettings.defaults());
    }

    private static FeedRequest onlyRequest(ShopExport export) {
        List<ImportedReturn> returns = export.returns();
        assertThat(returns).hasSize(1);
        FeedRequest request = returns.getFirst().request();
        assertThat(request).isNotNull();
        return request;
    }

    private Path file(String name, String content) throws IOException {
        return file(name, content, UTF_8);
    }

    private Path file(String name, String content, Charset charset) throws IOException {
        return Files.writeString(directory.resolve(name), content, charset);
    }
}
