package com.xpkit.sociallink.platform.sealing;

/** Seals with a test's own keys. */
public final class SealMother {

    private SealMother() {}

    public static Seal any() {
        return with("a-key-of-the-tests-of-32-characters");
    }

    /**
     * @param keys as the setting lists them, newest first
     */
    public static Seal with(String keys) {
        return new Seal(new SecretKeys(keys));
    }

    /**
     * @param keys as the setting lists them, newest first
     */
    public static Resealing resealing(String keys) {
        var resealing = new Resealing();
        resealing.seal = with(keys);
        return resealing;
    }
}
