package com.xpkit.sociallink.platform.sealing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

/** Seals texts again with the newest key if an older key sealed them, so that the older key can be removed. */
@ApplicationScoped
public class Resealing {

    @Inject Seal seal;

    /** Several nodes may do this at once: a text that another node has sealed in the meantime stays unchanged. */
    @Transactional
    public void reseal(SealedTexts texts) {
        texts.all().stream()
                .filter(each -> !seal.isSealedByNewest(texts.purpose(), each.text()))
                .forEach(each -> reseal(texts, each));
    }

    private void reseal(SealedTexts texts, SealedText old) {
        var row = old.row().toString();
        seal.open(texts.purpose(), row, old.text())
                .map(plain -> seal.seal(texts.purpose(), row, plain))
                .ifPresentOrElse(renewed -> texts.replace(old, renewed), () -> texts.warn(row));
    }
}
