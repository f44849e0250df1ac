package com.xpkit.sociallink.server;

/** A request that some server answers itself, before the service sees it. */
public enum Oddity {
    /** A percent sign in the query that two digits do not follow. */
    BROKEN_QUERY,
    /** {@code /"<script>}: characters that must be escaped in an address. */
    FORBIDDEN_CHARACTERS,
    /** {@code GET http://[::1}: an address instead of a path, and not this server's. */
    FOREIGN_ADDRESS,
    /** Anything at {@code /health}, where a server may have an application of its own. */
    AT_HEALTH,
    /** A path that ends in {@code .jsp}. */
    JSP,
    /** The method TRACE, outside the paths that Jakarta REST answers. */
    TRACE,
    /** The method {@code get}, which is not GET: the answer is to GET. */
    LOWER_CASE_GET,
    /** A connection that begins HTTP/2, at once or by an upgrade. */
    HTTP_2,
    /** A header with a byte beyond ASCII. */
    HEADER_BEYOND_ASCII
}
