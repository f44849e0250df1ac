package com.xpkit.sociallink.start;

import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/**
 * The only class in the emptiest WAR. Open Liberty finds no servlet if the pattern is only a path that ends in a
 * slash.
 */
@WebServlet("/api/wechat/authorise/*")
public class RedirectServlet extends HttpServlet {

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) {
        response.setStatus(HttpServletResponse.SC_FOUND);
        response.setHeader("Location", "https://open.weixin.qq.com/");
    }
}
