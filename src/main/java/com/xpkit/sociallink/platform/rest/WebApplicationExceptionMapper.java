package com.xpkit.sociallink.platform.rest;

import com.xpkit.sociallink.platform.http.ErrorView;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/** The refusals of Jakarta REST itself (no such path, method, media type), in the contract's format. */
@Provider
public class WebApplicationExceptionMapper implements ExceptionMapper<WebApplicationException> {

    @Override
    public Response toResponse(WebApplicationException refused) {
        var theirs = refused.getResponse();
        var ours =
                Response.status(theirs.getStatus())
                        .type(MediaType.APPLICATION_JSON)
                        .entity(ErrorView.of(theirs.getStatus()));
        var allow = theirs.getHeaderString(HttpHeaders.ALLOW);
        return (allow == null ? ours : ours.header(HttpHeaders.ALLOW, allow)).build();
    }
}
