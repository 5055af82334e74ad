package io.github.camelcallrail.operation;

import static java.util.Objects.requireNonNull;

import io.github.camelcallrail.client.ApiRequest;
import io.github.camelcallrail.client.CallSubject;
import io.github.camelcallrail.client.FileTransport;
import io.github.camelcallrail.client.RetryingClient;
import io.github.camelcallrail.failure.CallRailFailure;
import io.github.camelcallrail.query.QueryParameter;
import io.github.camelcallrail.query.ReportPlan;
import io.github.camelcallrail.query.ReportQuery;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Function;

/**
 * Downloads recordings and media. Thread-safe.
 *
 * @param api asks CallRail for files
 * @param files downloads them
 * @param baseUrl where the API lives
 * @param apiVersion the first segment of the path: {@code v3}
 * @param directory where files are kept while a message carries them
 * @param wanted whether the file is still needed
 */
public record FileDownloads(
        RetryingClient api,
        FileTransport files,
        URI baseUrl,
        String apiVersion,
        Path directory,
        BooleanSupplier wanted) {

    public FileDownloads {
        requireNonNull(api, "api is null");
        requireNonNull(files, "files is null");
        requireNonNull(baseUrl, "baseUrl is null");
        requireNonNull(apiVersion, "apiVersion is null");
        requireNonNull(directory, "directory is null");
        requireNonNull(wanted, "wanted is null");
    }

    /**
     * Downloads the file of a plan, completely.
     *
     * @param onlyAccount looks up the account, if the plan does not tell it
     * @throws CallRailFailure if the plan is incomplete, or the file does not arrive completely
     */
    public DownloadedFile download(ReportPlan plan, Function<ReportPlan, String> onlyAccount) {
        plan.requireComplete();
        boolean ofMessage = plan.report().parameter("mediaUrl").isPresent();
        return ofMessage ? media(plan, onlyAccount) : recording(plan, onlyAccount);
    }

    private DownloadedFile recording(ReportPlan plan, Function<ReportPlan, String> onlyAccount) {
        ReportQuery query = plan.over(plan.accountId().orElseGet(() -> onlyAccount.apply(plan)), Optional.empty());
        return download(query, "the recording of call '%s'".formatted(query.objectId()), query.objectId());
    }

    private DownloadedFile media(ReportPlan plan, Function<ReportPlan, String> onlyAccount) {
        MediaAddress address = MediaAddress.of(plan.parameter("id"), plan.parameter("number"), plan.parameter("url"));
        String account = address.accountOr(plan.accountId()).orElseGet(() -> onlyAccount.apply(plan));
        ReportQuery query = plan.over(account, Optional.empty())
                .having(List.of(
                        new QueryParameter("id", address.messageId()), new QueryParameter("number", address.number())));
        return download(
                query,
                "file %s of text message '%s'".formatted(address.number(), address.messageId()),
                address.messageId() + "-" + address.number());
    }

    private DownloadedFile download(ReportQuery query, String what, String name) {
        CallSubject subject = new CallSubject(
                what,
                ("option 'id' (now '%s'), option 'accountId' (now '%s'), whether there is a file (some come later, and"
                                + " some calls have no recording), and the user's role in CallRail")
                        .formatted(query.objectId(), query.accountId()),
                false);
        TemporaryFile content = created(subject);
        boolean complete = false;
        try {
            FileType type = new Download(
                            api,
                            files,
                            baseUrl,
                            query.accountId(),
                            subject,
                            ApiRequest.get("/" + apiVersion + query.path(ApiRequest::encoded), ""),
                            new FileReceiver(what, content, wanted))
                    .run();
            complete = true;
            return new DownloadedFile(query, content, type.contentType(), name + "." + type.extension());
        } finally {
            if (!complete) {
                closeAfterFailure(content);
            }
        }
    }

    private TemporaryFile created(CallSubject subject) {
        try {
            return TemporaryFile.in(directory);
        } catch (IOException e) {
            throw FileReceiver.notStored(subject.name(), e);
        }
    }

    private static void closeAfterFailure(TemporaryFile content) {
        try {
            content.close();
        } catch (IOException e) {
            // The failure of the download says more, and the file has no name that could be left behind.
        }
    }
}
