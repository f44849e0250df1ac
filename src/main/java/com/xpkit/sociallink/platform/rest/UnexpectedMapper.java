package com.xpkit.sociallink.platform.rest;

import com.xpkit.sociallink.platform.http.ErrorView;
import com.xpkit.sociallink.platform.storage.ConstraintViolations;
import com.xpkit.sociallink.platform.storage.FailureLog;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/** The last resort: the caller learns that the service failed, the log says why. */
@Provider
public class UnexpectedMapper implements ExceptionMapper<Throwable> {

    private static final System.Logger LOG = System.getLogger(UnexpectedMapper.class.getName());

    @Override
    public Response toResponse(Throwable failure) {
        var status = status(failure);
        if (status != 409) {
            FailureLog.trace(LOG, System.Logger.Level.ERROR, "A request failed", failure);
        }
        var answer =
                Response.status(status)
                        .type(MediaType.APPLICATION_JSON)
                        .entity(ErrorView.of(status));
        return (status == 503 ? answer.header(HttpHeaders.RETRY_AFTER, 5) : answer).build();
    }

    private static int status(Throwable failure) {
        if (ConstraintViolations.isConflict(failure)) {
            return 409;
        }
        return ConstraintViolations.isOfTheDatabase(failure) ? 503 : 500;
    }
}
