package com.xpkit.sociallink.profile;

import static com.xpkit.sociallink.platform.storage.Sizes.ROW;

import com.xpkit.sociallink.platform.listing.document.IndexedValue;
import java.util.Collection;
import java.util.Optional;
import java.util.stream.Stream;

/** The approximate size of a profile in bytes, as {@link Profiles#bytesOfAll} counts it. */
final class ProfileWeight {

    private ProfileWeight() {}

    /** The size of a new profile. */
    static long of(ProfileForm form) {
        return ROW + keys(form) + document(form);
    }

    /**
     * How much a profile grows when the form is written to it; negative when it shrinks.
     *
     * @param index the index of its document; not read if the document does not change
     */
    static long growth(Profile profile, Collection<ProfileIndexedValue> index, ProfileForm form) {
        var keys = keys(form) - keys(profile.keys().stream().map(ProfileKey::value));
        return profile.hasOtherDocument(form)
                ? keys + document(form) - document(profile, index)
                : keys;
    }

    private static long keys(ProfileForm form) {
        return keys(form.keys().values().stream().flatMap(Collection::stream));
    }

    private static long keys(Stream<String> values) {
        return values.mapToLong(value -> ROW + value.length()).sum();
    }

    private static long document(ProfileForm form) {
        return length(form.documentText())
                + form.values().stream().mapToLong(ProfileWeight::of).sum();
    }

    private static long document(Profile profile, Collection<ProfileIndexedValue> index) {
        return length(Optional.ofNullable(profile.document()))
                + index.stream()
                        .map(ProfileIndexedValue::indexedValue)
                        .mapToLong(ProfileWeight::of)
                        .sum();
    }

    private static long length(Optional<String> text) {
        return text.map(String::length).orElse(0);
    }

    private static long of(IndexedValue value) {
        return ROW
                + value.path().length()
                + value.value().length()
                + length(Optional.ofNullable(value.longText()));
    }
}
