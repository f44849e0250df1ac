package com.xpkit.sociallink;

import com.xpkit.sociallink.account.AccountResource;
import com.xpkit.sociallink.account.AppResource;
import com.xpkit.sociallink.configuration.ConfigurationResource;
import com.xpkit.sociallink.job.JobResource;
import com.xpkit.sociallink.kernel.StrictQuery;
import com.xpkit.sociallink.link.CallbackResource;
import com.xpkit.sociallink.monitoring.MetricsResource;
import com.xpkit.sociallink.platform.rest.JsonDocumentReader;
import com.xpkit.sociallink.platform.rest.JsonTypes;
import com.xpkit.sociallink.platform.rest.RefusalMapper;
import com.xpkit.sociallink.platform.rest.UnexpectedMapper;
import com.xpkit.sociallink.platform.rest.WebApplicationExceptionMapper;
import com.xpkit.sociallink.profile.bulk.BulkResource;
import com.xpkit.sociallink.profile.duplicate.DuplicateResource;
import com.xpkit.sociallink.profile.edit.ProfileResource;
import com.xpkit.sociallink.profile.merge.MergeRecordResource;
import com.xpkit.sociallink.profile.merge.MergeResource;
import com.xpkit.sociallink.signin.TokenFilter;
import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Map;
import java.util.Set;

/**
 * All Jakarta REST classes below {@code /api}. They are listed because a server that scans would also take WeChat's
 * client interface for a resource, and log a warning at each start.
 */
@ApplicationPath("/api")
public class SocialLinkApplication extends Application {

    @Override
    public Set<Class<?>> getClasses() {
        return Set.of(
                CallbackResource.class,
                AccountResource.class,
                AppResource.class,
                ConfigurationResource.class,
                ProfileResource.class,
                BulkResource.class,
                MergeResource.class,
                MergeRecordResource.class,
                DuplicateResource.class,
                JobResource.class,
                MetricsResource.class,
                TokenFilter.class,
                StrictQuery.class,
                JsonDocumentReader.class,
                JsonTypes.class,
                RefusalMapper.class,
                WebApplicationExceptionMapper.class,
                UnexpectedMapper.class);
    }

    /**
     * By default Jersey would publish a WADL with its version, and would make our addresses absolute with the scheme
     * that it sees, which is http behind a proxy that ends https. Other implementations ignore these keys.
     */
    @Override
    public Map<String, Object> getProperties() {
        return Map.of(
                "jersey.config.server.wadl.disableWadl",
                true,
                "jersey.config.server.headers.location.relative.resolution.disabled",
                true);
    }
}
