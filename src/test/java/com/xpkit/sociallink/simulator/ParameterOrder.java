package com.xpkit.sociallink.simulator;

import java.util.List;

/**
 * WeChat checks the authorise link with a strict regular expression: these parameters, in this order, nothing between
 * them. What follows is ignored, because WeChat's own client appends uin, key, version and pass_ticket.
 */
final class ParameterOrder {

    private static final List<String> CHECKED =
            List.of("appid", "redirect_uri", "response_type", "scope", "state");

    private ParameterOrder() {}

    static boolean isKept(List<String> names) {
        List<String> expected = CHECKED.stream().filter(names::contains).toList();
        List<String> rest = names.subList(Math.min(expected.size(), names.size()), names.size());
        return names.subList(0, names.size() - rest.size()).equals(expected)
                && rest.stream().noneMatch(CHECKED::contains)
                && rest.lastIndexOf("connect_redirect") <= 0;
    }
}
