package com.xpkit.sociallink.platform.rest;

import com.xpkit.sociallink.platform.error.Refusal;
import com.xpkit.sociallink.platform.http.ErrorView;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/** Turns a refusal into an answer in the contract's format. */
@Provider
public class RefusalMapper implements ExceptionMapper<Refusal> {

    @Override
    public Response toResponse(Refusal refusal) {
        var body = ErrorView.of(refusal.error(), refusal.getMessage(), refusal.fields());
        var answer =
                Response.status(refusal.status()).type(MediaType.APPLICATION_JSON).entity(body);
        refusal.headers().forEach(answer::header);
        return answer.build();
    }
}
