package io.github.camelcallrail.operation;

import static java.util.Objects.requireNonNull;

import io.github.camelcallrail.query.ReportQuery;

/**
 * A file that was downloaded completely.
 *
 * @param query what was asked for
 * @param content its bytes
 * @param contentType such as {@code audio/mpeg}, without parameters
 * @param name made of the id and the type, such as {@code CAL0190aa.mp3}; has letters, digits, - and _ and one dot only
 */
public record DownloadedFile(ReportQuery query, TemporaryFile content, String contentType, String name) {

    public DownloadedFile {
        requireNonNull(query, "query is null");
        requireNonNull(content, "content is null");
        requireNonNull(contentType, "contentType is null");
        requireNonNull(name, "name is null");
    }
}
