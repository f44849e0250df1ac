package com.xpkit.sociallink.wechat;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;

/**
 * WeChat's own words (developers.weixin.qq.com, web page authorisation). Answers are read by
 * {@link WeChatAnswer}: they are JSON by the name of text/plain. Paths stand on the methods, because some
 * servers take a class with a path for a resource.
 */
public interface WeChatApi extends AutoCloseable {

    @GET
    @Path("/sns/oauth2/access_token")
    Response token(
            @QueryParam("appid") String appId,
            @QueryParam("secret") String secret,
            @QueryParam("code") String code,
            @QueryParam("grant_type") String grantType);

    @GET
    @Path("/sns/userinfo")
    Response userinfo(
            @QueryParam("access_token") String token,
            @QueryParam("openid") String openid,
            @QueryParam("lang") String lang);

    /** Gives up the client and its connections. */
    @Override
    void close();
}
