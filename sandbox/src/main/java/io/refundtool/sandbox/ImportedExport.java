package io.refundtool.sandbox;

import io.refundtool.events.common.Country;
import io.refundtool.sandbox.feed.FeedRequest;
import io.refundtool.sandbox.feed.ImportedReturn;
import io.refundtool.sandbox.feed.RowProblem;
import io.refundtool.sandbox.feed.ShopExport;
import io.refundtool.sandbox.report.Console;
import io.refundtool.sandbox.run.RequestSource;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The export that the flags name, if they name one. */
final class ImportedExport {

    /** More rows than this are counted, not shown. */
    static final int MAX_SHOWN_PROBLEMS = 100;

    private ImportedExport() {}

    static Optional<ShopExport> read(RunOptions options, Console console) {
        if (options.orders() == null || options.returns() == null) {
            return Optional.empty();
        }
        ShopExport export = ShopExport.read(options.orders(), options.returns(), options.importSettings());
        List<RowProblem> problems = export.problems();
        problems.stream().limit(MAX_SHOWN_PROBLEMS).forEach(problem -> console.complain(problem.toString()));
        if (problems.size() > MAX_SHOWN_PROBLEMS) {
            console.complain("… and " + (problems.size() - MAX_SHOWN_PROBLEMS) + " more rows like these");
        }
        console.say("%,d requests were read; %,d rows cannot be used"
                .formatted(export.returns().size(), problems.size()));
        return Optional.of(export);
    }

    static Set<Country> countries(ShopExport export) {
        return requests(export).stream()
                .map(request -> request.event().country())
                .collect(Collectors.toUnmodifiableSet());
    }

    /** All requests that can be sent. */
    static List<FeedRequest> requests(ShopExport export) {
        return export.returns().stream()
                .map(ImportedReturn::request)
                .filter(Objects::nonNull)
                .toList();
    }

    /** All requests that can be sent, as fast as they are taken. */
    static RequestSource source(ShopExport export) {
        Iterator<FeedRequest> requests = requests(export).iterator();
        return () -> requests.hasNext() ? requests.next() : null;
    }
}
