package peer;

import me.chanjar.weixin.common.service.WxOAuth2Service;
import me.chanjar.weixin.mp.api.impl.WxMpServiceImpl;
import me.chanjar.weixin.mp.config.WxMpHostConfig;
import me.chanjar.weixin.mp.config.impl.WxMpDefaultConfigImpl;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;

/**
 * What a Java team builds in a day instead of the service: Spring Boot, WxJava and JPA, for one
 * Official Account and one allowed domain. Nothing protects a flow but its cookie.
 */
@SpringBootApplication
public class Peer {

    public static void main(String[] arguments) {
        SpringApplication.run(Peer.class, arguments);
    }

    @Bean
    WxOAuth2Service wechat(@Value("${peer.wechat}") String address) {
        var hosts = new WxMpHostConfig();
        hosts.setApiHost(address);
        hosts.setOpenHost(address);
        hosts.setMpHost(address);
        var officialAccount = new WxMpDefaultConfigImpl();
        officialAccount.setAppId("wxapp");
        officialAccount.setSecret("secret");
        officialAccount.setHostConfig(hosts);
        var wechat = new WxMpServiceImpl();
        wechat.setWxMpConfigStorage(officialAccount);
        return wechat.getOAuth2Service();
    }
}
