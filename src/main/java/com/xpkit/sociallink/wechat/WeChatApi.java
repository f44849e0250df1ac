package com.xpkit.sociallink.wechat;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

/**
 * WeChat's own words (developers.weixin.qq.com, web page authorisation). Answers are read by
 * {@link WeChatAnswer}: they are JSON by the name of text/plain. Paths stand on the methods, because some
 * servers take a class with a path for a resource.
 */
public interface WeChatApi extends AutoCloseable {

    /**
     * @param query {@code appid}, {@code secret}, {@code code}, {@code grant_type}
     */
    @GET
    @Path("/sns/oauth2/access_token")
    Response token(@HeaderParam(SecretQuery.HEADER) String query);

    /**
     * @param query {@code access_token}, {@code openid}, {@code lang}
     */
    @GET
    @Path("/sns/userinfo")
    Response userinfo(@HeaderParam(SecretQuery.HEADER) String query);

    /** Gives up the client and its connections. */
    @Override
    void close();
}
