package com.xpkit.sociallink.profile;

import static java.util.stream.Collectors.groupingBy;

import com.xpkit.sociallink.kernel.quota.StoredBytes;
import com.xpkit.sociallink.platform.error.Conflict;
import com.xpkit.sociallink.platform.error.InvalidBody;
import com.xpkit.sociallink.profile.duplicate.Duplicates;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Writes a form to a profile, in the caller's transaction: its columns, keys, document and index. Parts that do not
 * change are not touched.
 */
@ApplicationScoped
public class ProfileWriting {

    @Inject Profiles profiles;

    @Inject Duplicates duplicates;

    @Inject ProfileSettings settings;

    @Inject StoredBytes stored;

    @Inject Clock clock;

    /**
     * @throws Conflict when a key belongs to another profile
     * @throws InvalidBody when the document exceeds the limits
     */
    public void create(Profile profile, ProfileForm form) {
        refuseTooMuch(form);
        stored.admit(profile.account(), ProfileWeight.of(form));
        refuseTaken(profile, form);
        profile.become(form);
        profiles.add(profile);
        profiles.flush();
        writeKeys(profile, form);
        writeIndex(profile, List.of(), form);
        profiles.flush();
        if (!form.unionids().isEmpty()) {
            noteDuplicates(profile);
        }
    }

    /**
     * @return whether the profile changed
     * @throws Conflict when a key belongs to another profile
     * @throws InvalidBody when the document exceeds the limits
     */
    public boolean change(Profile profile, ProfileForm form) {
        return change(profile, form, false);
    }

    /** The same for a profile whose keys have moved: it counts as changed, whatever its document says. */
    public void changeMoved(Profile profile, ProfileForm form) {
        change(profile, form, true);
    }

    /**
     * All queries run before the profile itself changes, because each query would flush it and increase its version.
     */
    private boolean change(Profile profile, ProfileForm form, boolean hasMovedKeys) {
        refuseTooMuch(form);
        refuseTaken(profile, form);
        var entries = profile.entries();
        var hasOtherDocument = profile.hasOtherDocument(form);
        var index = hasOtherDocument ? profiles.indexOf(profile) : List.<ProfileIndexedValue>of();
        // values that move between profiles are stored already
        if (!hasMovedKeys) {
            stored.admit(profile.account(), ProfileWeight.growth(profile, index, form));
        }
        var hasOtherKeys = writeKeys(profile, form);
        if (hasOtherDocument) {
            writeIndex(profile, index, form);
        }
        // become() must always run: no short-circuit
        var isChanged = profile.become(form) | hasOtherKeys | hasMovedKeys;
        if (isChanged) {
            profile.changed(clock.instant());
        }
        profiles.flush();
        if (hasMovedKeys || !entries.equals(profile.entries())) {
            noteDuplicates(profile);
        }
        return isChanged;
    }

    /**
     * Called before anything else is done with the form. Repeated values count each time.
     *
     * @throws InvalidBody when the profile would exceed the limits
     */
    public void refuseTooMuch(ProfileForm form) {
        // a timestamp has two rows in the index
        if (form.elements() > settings.maxValues()
                || keys(form) + form.values().size() > settings.maxValues()) {
            throw new InvalidBody(
                    "The profile holds more than %d values (sociallink.limits.values)."
                            .formatted(settings.maxValues()));
        }
        if (form.documentText().filter(this::isTooLong).isPresent()) {
            throw new InvalidBody(
                    "The profile's document has more than %d characters (sociallink.limits.body)."
                            .formatted(settings.maxDocumentLength()));
        }
    }

    private static int keys(ProfileForm form) {
        return form.keys().values().stream().mapToInt(Set::size).sum();
    }

    private boolean isTooLong(String document) {
        return document.length() > settings.maxDocumentLength();
    }

    private void refuseTaken(Profile profile, ProfileForm form) {
        var taken = new TreeMap<String, String>();
        for (var key : profiles.keysWith(profile.account(), form.keys())) {
            if (!key.profile().id().equals(profile.id())) {
                taken.putIfAbsent(
                        key.kind(), "holds a value that stands in profile " + key.profile().id());
            }
        }
        if (!taken.isEmpty()) {
            throw new Conflict(taken);
        }
    }

    private boolean writeKeys(Profile profile, ProfileForm form) {
        var holders = profiles.keysWithUnionid(profile.account(), form.unionids());
        var before = profile.keys();
        var unused = new LinkedHashMap<String, ProfileKey>();
        before.forEach(key -> unused.put(key.kind() + " " + key.value(), key));
        var isNew = writeWanted(profile, form, unused) | writeSocial(profile, form, holders);
        for (var key : unused.values()) {
            profile.lose(key);
            profiles.remove(key);
        }
        profile.sortKeys();
        return isNew || !before.equals(profile.keys());
    }

    private boolean writeWanted(
            Profile profile, ProfileForm form, Map<String, ProfileKey> present) {
        var now = clock.instant();
        var isNew = false;
        for (var kind : form.keys().keySet()) {
            var previous = Instant.EPOCH;
            for (var value : form.keys().get(kind)) {
                var key = present.remove(kind + " " + value);
                if (key == null) {
                    key = added(profile, kind, value);
                    isNew = true;
                }
                previous = key.joinAfter(previous, now);
            }
        }
        return isNew;
    }

    private ProfileKey added(Profile profile, String kind, String value) {
        var key = new ProfileKey(profile, kind, value);
        profile.gain(key);
        profiles.add(key);
        return key;
    }

    private static boolean writeSocial(
            Profile profile, ProfileForm form, List<ProfileKey> holders) {
        var known = holders.stream().map(ProfileKey::unionid).collect(Collectors.toSet());
        var isNew = false;
        for (var key : profile.keys()) {
            var entry = key.isOpenid() ? form.social(key.value()) : null;
            var unionid = entry == null ? null : entry.unionid();
            isNew |= key.become(entry, unionid != null && known.add(unionid));
        }
        return isNew;
    }

    /** Notes the other profiles that have a unionid of this one, through another Official Account. */
    private void noteDuplicates(Profile profile) {
        var own =
                profile.keys().stream()
                        .filter(key -> key.unionid() != null)
                        .collect(groupingBy(ProfileKey::unionid));
        var doubles = new HashMap<UUID, String>();
        for (var holder : profiles.keysWithUnionid(profile.account(), own.keySet())) {
            if (own.getOrDefault(holder.unionid(), List.of()).stream()
                    .anyMatch(holder::isDoubleOf)) {
                doubles.put(holder.profile().id(), holder.unionid());
            }
        }
        duplicates.replace(profile.account(), profile.id(), doubles);
    }

    private void writeIndex(Profile profile, List<ProfileIndexedValue> index, ProfileForm form) {
        var wanted = new LinkedHashSet<>(form.values());
        for (var row : index) {
            if (!wanted.remove(row.indexedValue())) {
                profiles.remove(row);
            }
        }
        for (var value : wanted) {
            profiles.add(new ProfileIndexedValue(profile, value));
        }
    }
}
