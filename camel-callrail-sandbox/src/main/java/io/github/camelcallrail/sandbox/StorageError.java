package io.github.camelcallrail.sandbox;

/** The errors of the storage service behind the links. Source: the public documentation of S3. */
enum StorageError {
    TWO_CREDENTIALS(400, "InvalidArgument", "Only one auth mechanism allowed"),
    EXPIRED(403, "AccessDenied", "Request has expired"),
    UNSIGNED(403, "AccessDenied", "Access Denied"),
    WRONG_SIGNATURE(403, "SignatureDoesNotMatch", "The request signature does not match the one calculated here"),
    NO_SUCH_FILE(404, "NoSuchKey", "The specified key does not exist."),
    OTHER_METHOD(405, "MethodNotAllowed", "The specified method is not allowed against this resource."),
    INVALID_RANGE(416, "InvalidRange", "The requested range is not satisfiable");

    private final int status;
    private final String code;
    private final String message;

    StorageError(int status, String code, String message) {
        this.status = status;
        this.code = code;
        this.message = message;
    }

    MediaResponse response() {
        return MediaResponse.text(
                status,
                "application/xml",
                "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Error><Code>%s</Code><Message>%s</Message></Error>"
                        .formatted(code, message));
    }
}
