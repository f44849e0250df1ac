-- Runs on H2, PostgreSQL and MariaDB. The placeholders are in the class DatabaseProduct: exact compares byte by byte
-- (OpenIDs may differ only by case), uuid is the type of ids, table comes after the columns of a table, and where_… after
-- those of an index that leaves out rows. A foreign key names the column that it references, as MariaDB requires.
-- Times are microseconds since 1970 (UTC). Ids are UUIDs.

CREATE TABLE account (
  id            ${uuid}   NOT NULL PRIMARY KEY,
  name          VARCHAR(255) NOT NULL,
  created       BIGINT       NOT NULL,
  last_modified BIGINT       NOT NULL,
  version       INTEGER      NOT NULL
) ${table};

-- Accounts that were deleted within the last hour. Links that were on their way may still write for them.
CREATE TABLE deleted_account (
  id      ${uuid} NOT NULL PRIMARY KEY,
  deleted BIGINT  NOT NULL
) ${table};

CREATE TABLE app (
  id            ${uuid}   NOT NULL PRIMARY KEY,
  account_id    ${uuid}   NOT NULL REFERENCES account (id),
  name          VARCHAR(255) NOT NULL,
  -- SHA-256 of the client secret, hex; the secret has 256 random bits, so no stretching is needed
  secret_hash   VARCHAR(64)  NOT NULL,
  scopes        VARCHAR(255) NOT NULL,
  created       BIGINT       NOT NULL,
  last_modified BIGINT       NOT NULL,
  version       INTEGER      NOT NULL
) ${table};
CREATE INDEX app_by_account ON app (account_id, created, id);

-- The secret that signs an app's webhooks. It is not in the app, because a change of the app voids its tokens, and
-- sealing the secret with another key must not.
CREATE TABLE app_webhook_secret (
  app_id ${uuid}   NOT NULL PRIMARY KEY,
  -- sealed with AES-GCM
  secret VARCHAR(255) NOT NULL,
  CONSTRAINT app_webhook_secret_app FOREIGN KEY (app_id) REFERENCES app (id) ON DELETE CASCADE
) ${table};

-- A file name has the same contents in the whole service, however many configurations use it. It belongs to the first
-- account that uses it, which may change the contents.
CREATE TABLE verification_file (
  name       VARCHAR(255)  ${exact} NOT NULL PRIMARY KEY,
  account_id ${uuid}    NOT NULL REFERENCES account (id),
  contents   VARCHAR(4096) NOT NULL
) ${table};

CREATE TABLE configuration (
  id             ${uuid}    NOT NULL PRIMARY KEY,
  account_id     ${uuid}    NOT NULL REFERENCES account (id),
  name           VARCHAR(255)  NOT NULL,
  type           VARCHAR(16)   NOT NULL,
  domain         VARCHAR(4096) NOT NULL,
  app_id         VARCHAR(64)   ${exact} NOT NULL,
  -- sealed with AES-GCM
  app_secret     VARCHAR(1024) NOT NULL,
  auth_file_name VARCHAR(255)  ${exact} REFERENCES verification_file (name),
  experience_id  VARCHAR(255),
  created        BIGINT        NOT NULL,
  last_modified  BIGINT        NOT NULL,
  version        INTEGER       NOT NULL
) ${table};
CREATE INDEX configuration_by_account ON configuration (account_id, created, id);
CREATE INDEX configuration_by_file ON configuration (auth_file_name);

-- Within an account one domain serves one configuration: the primary key enforces that.
CREATE TABLE served_domain (
  account_id       ${uuid}   NOT NULL,
  domain           VARCHAR(270) ${exact} NOT NULL,
  configuration_id ${uuid}   NOT NULL REFERENCES configuration (id),
  PRIMARY KEY (account_id, domain)
) ${table};
CREATE INDEX served_domain_by_configuration ON served_domain (configuration_id);

-- No foreign key to the account: each link would lock the account's one row for a moment, and PostgreSQL would note all
-- that lock it at once. What a link writes for an account that is being deleted is deleted later, see deleted_account.
-- Columns of eight bytes come first: PostgreSQL would fill the gaps before them.
CREATE TABLE profile (
  created       BIGINT      NOT NULL,
  last_modified BIGINT      NOT NULL,
  id            ${uuid}     NOT NULL PRIMARY KEY,
  account_id    ${uuid}     NOT NULL,
  version       INTEGER     NOT NULL,
  gender        VARCHAR(64),
  city          VARCHAR(255),
  province      VARCHAR(255),
  country       VARCHAR(255)
) ${table};
CREATE INDEX profile_by_account ON profile (account_id, created, id);

-- The values by which a profile is found; the primary key guarantees one profile for each visitor.
-- An OpenID's row also holds the social entry that WeChat sent with it.
CREATE TABLE profile_key (
  added         BIGINT        NOT NULL,
  account_id    ${uuid}       NOT NULL,
  profile_id    ${uuid}       NOT NULL REFERENCES profile (id),
  -- the place of the member's name in ProfileKey.KINDS: 1 is an OpenID
  kind          SMALLINT      NOT NULL,
  key_value     VARCHAR(255)  ${exact} NOT NULL,
  app_id        VARCHAR(64)   ${exact},
  unionid       VARCHAR(128)  ${exact},
  -- a hash of the account and the unionid, in the row that first had the unionid in the account: two Official Accounts
  -- that meet the same new visitor at the same moment cannot both create a profile. Null in all other rows, and
  -- again when the row's unionid changes. It is one column, because with a key of two columns Galera makes all rows
  -- without a unionid conflict
  first_unionid VARCHAR(22)   ${exact},
  nickname      VARCHAR(255),
  headimgurl    VARCHAR(1024),
  PRIMARY KEY (account_id, kind, key_value)
) ${table};
CREATE INDEX profile_key_by_profile ON profile_key (profile_id);
-- Where the database can, only the rows with a unionid are in their indexes: most visitors have none.
CREATE INDEX profile_key_by_unionid ON profile_key (account_id, unionid) ${where_unionid};
CREATE UNIQUE INDEX profile_key_first_unionid ON profile_key (first_unionid) ${where_first_unionid};

-- The outcome of a flow and of its codes, for later callbacks. A state begins with the time of its flow, so the rows of
-- lapsed flows are at the beginning of the key, and are deleted from there.
CREATE TABLE link_outcome (
  -- until then a callback is exchanging the code; if its node dies, this moment passes
  exchanging_until BIGINT,
  state            ${uuid} NOT NULL,
  -- 121 bits of the SHA-256 of a code that was sent to WeChat; the nil UUID in the row with the flow's profile, so that
  -- a flow has only one
  code             ${uuid} NOT NULL,
  -- the code that led to the profile, else the nil UUID
  linked_code      ${uuid} NOT NULL,
  -- the nil UUID where there is none
  profile_id       ${uuid} NOT NULL,
  -- why the code was refused
  error_code       INTEGER,
  PRIMARY KEY (state, code)
) ${table};
