package com.xpkit.sociallink.webhook;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** Looks up the addresses of a host, as {@link InetAddress#getAllByName} does. */
interface Resolving {

    InetAddress[] addresses(String host) throws UnknownHostException;
}
