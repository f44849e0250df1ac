package peer;

import org.springframework.data.jpa.repository.JpaRepository;

import java.util.Optional;
import java.util.UUID;

/** The table of visitors. */
interface Profiles extends JpaRepository<Profile, UUID> {

    Optional<Profile> findByOpenid(String openid);
}
