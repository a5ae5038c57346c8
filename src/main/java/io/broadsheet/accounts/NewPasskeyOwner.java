package io.broadsheet.accounts;

import org.jspecify.annotations.Nullable;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.ImmutablePublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.management.PublicKeyCredentialUserEntityRepository;

/** Somebody who is making a first passkey, and is stored nowhere before that is done. */
final class NewPasskeyOwner implements PublicKeyCredentialUserEntityRepository {
  private final PublicKeyCredentialUserEntity owner;

  NewPasskeyOwner(DisplayName name) {
    this.owner =
        ImmutablePublicKeyCredentialUserEntity.builder()
            .id(Bytes.random())
            .name(name.text())
            .displayName(name.text())
            .build();
  }

  @Override
  public PublicKeyCredentialUserEntity findByUsername(String name) {
    return owner;
  }

  @Override
  public @Nullable PublicKeyCredentialUserEntity findById(Bytes handle) {
    return handle.equals(owner.getId()) ? owner : null;
  }

  @Override
  public void save(PublicKeyCredentialUserEntity other) {
    throw new UnsupportedOperationException("the owner is stored with the passkey");
  }

  @Override
  public void delete(Bytes handle) {
    throw new UnsupportedOperationException("the owner is stored with the passkey");
  }
}
