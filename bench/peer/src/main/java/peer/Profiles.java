package peer;

import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;

/** The table of visitors. */
interface Profiles extends JpaRepository<Profile, UUID> {

    Optional<Profile> findByOpenid(String openid);
}
