package com.xpkit.sociallink.platform.outbound;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SslProvider;
import java.net.InetSocketAddress;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLException;

/** Does TLS handshakes with BoringSSL, like many of the world's servers, and sends nothing. */
final class BoringServer implements AutoCloseable {

    private final MultiThreadIoEventLoopGroup threads =
            new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());
    private final Channel door;

    BoringServer(KeyManagerFactory keys) throws SSLException {
        var tls = SslContextBuilder.forServer(keys).sslProvider(SslProvider.OPENSSL).build();
        door =
                new ServerBootstrap()
                        .group(threads)
                        .channel(NioServerSocketChannel.class)
                        .childHandler(shakingHands(tls))
                        .bind(new InetSocketAddress(Receiver.loopback(), 0))
                        .syncUninterruptibly()
                        .channel();
    }

    private static ChannelInitializer<Channel> shakingHands(SslContext tls) {
        return new ChannelInitializer<>() {
            @Override
            protected void initChannel(Channel connection) {
                connection.pipeline().addLast(tls.newHandler(connection.alloc()));
            }
        };
    }

    int port() {
        return ((InetSocketAddress) door.localAddress()).getPort();
    }

    @Override
    public void close() {
        door.close().syncUninterruptibly();
        threads.shutdownGracefully();
    }
}
