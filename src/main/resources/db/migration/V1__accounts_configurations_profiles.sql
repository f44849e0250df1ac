-- Runs on H2, PostgreSQL and MariaDB. The placeholders are in the class Product: exact compares byte by byte
-- (OpenIDs differ by case alone), table is what follows a table's columns. Keys are named with their column,
-- which MariaDB wants.
-- Times are microseconds since 1970 (UTC). Ids are UUIDs as text.

CREATE TABLE account (
  id            VARCHAR(36)  ${exact} NOT NULL PRIMARY KEY,
  name          VARCHAR(255) NOT NULL,
  created       BIGINT       NOT NULL,
  last_modified BIGINT       NOT NULL,
  version       INTEGER      NOT NULL
) ${table};

CREATE TABLE app (
  id            VARCHAR(36)  ${exact} NOT NULL PRIMARY KEY,
  account_id    VARCHAR(36)  ${exact} NOT NULL REFERENCES account (id),
  name          VARCHAR(255) NOT NULL,
  -- SHA-256 of the client secret, hex; the secret has 256 random bits, so no stretching is needed
  secret_hash   VARCHAR(64)  NOT NULL,
  scopes        VARCHAR(255) NOT NULL,
  created       BIGINT       NOT NULL,
  last_modified BIGINT       NOT NULL,
  version       INTEGER      NOT NULL
) ${table};
CREATE INDEX app_by_account ON app (account_id, created, id);

-- What signs an app's webhooks. Not in the app: sealing it under another key is no change of the app, which would
-- void its tokens.
CREATE TABLE app_webhook_secret (
  app_id VARCHAR(36)  ${exact} NOT NULL PRIMARY KEY,
  -- sealed with AES-GCM
  secret VARCHAR(255) NOT NULL,
  CONSTRAINT app_webhook_secret_app FOREIGN KEY (app_id) REFERENCES app (id) ON DELETE CASCADE
) ${table};

-- One file name in the whole service has one contents, however many configurations use it. It is the account's that
-- had it first: that one may change the contents.
CREATE TABLE verification_file (
  name       VARCHAR(255)  ${exact} NOT NULL PRIMARY KEY,
  account_id VARCHAR(36)   ${exact} NOT NULL REFERENCES account (id),
  contents   VARCHAR(4096) NOT NULL
) ${table};

CREATE TABLE configuration (
  id             VARCHAR(36)   ${exact} NOT NULL PRIMARY KEY,
  account_id     VARCHAR(36)   ${exact} NOT NULL REFERENCES account (id),
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

-- Within an account one domain serves one configuration: the key is the judge.
CREATE TABLE served_domain (
  account_id       VARCHAR(36)  ${exact} NOT NULL,
  domain           VARCHAR(270) ${exact} NOT NULL,
  configuration_id VARCHAR(36)  ${exact} NOT NULL REFERENCES configuration (id),
  PRIMARY KEY (account_id, domain)
) ${table};
CREATE INDEX served_domain_by_configuration ON served_domain (configuration_id);

CREATE TABLE profile (
  id            VARCHAR(36) ${exact} NOT NULL PRIMARY KEY,
  account_id    VARCHAR(36) ${exact} NOT NULL REFERENCES account (id),
  gender        VARCHAR(64),
  city          VARCHAR(255),
  province      VARCHAR(255),
  country       VARCHAR(255),
  created       BIGINT      NOT NULL,
  last_modified BIGINT      NOT NULL,
  version       INTEGER     NOT NULL
) ${table};
CREATE INDEX profile_by_account ON profile (account_id, created, id);

-- The values by which a profile is found; the primary key makes one visitor one profile.
-- An OpenID's row also holds the social entry that WeChat told with it.
CREATE TABLE profile_key (
  account_id    VARCHAR(36)   ${exact} NOT NULL,
  kind          VARCHAR(16)   ${exact} NOT NULL,
  key_value     VARCHAR(255)  ${exact} NOT NULL,
  profile_id    VARCHAR(36)   ${exact} NOT NULL REFERENCES profile (id),
  added         BIGINT        NOT NULL,
  app_id        VARCHAR(64)   ${exact},
  nickname      VARCHAR(255),
  headimgurl    VARCHAR(1024),
  unionid       VARCHAR(128)  ${exact},
  -- account_id, a blank and the unionid, in the row that brought it to the account while no other row held it:
  -- two Official Accounts that meet one new visitor at the same moment cannot both make a profile. Null in all
  -- other rows, and again when the row's unionid changes. One column, because Galera lets all rows that
  -- have no unionid meet in a key of two
  first_unionid VARCHAR(165)  ${exact},
  PRIMARY KEY (account_id, kind, key_value),
  CONSTRAINT profile_key_first_unionid UNIQUE (first_unionid)
) ${table};
CREATE INDEX profile_key_by_profile ON profile_key (profile_id);
CREATE INDEX profile_key_by_unionid ON profile_key (account_id, unionid);

-- What became of a flow and of its codes, for later callbacks; emptied after the flow's lifetime.
-- Codes are kept as SHA-256, hex.
CREATE TABLE link_outcome (
  state            VARCHAR(128) ${exact} NOT NULL,
  -- empty in the row of the flow's profile, so that a flow has one; else a code that was sent to WeChat
  code             VARCHAR(64)  ${exact} NOT NULL,
  -- the code that led to the profile
  linked_code      VARCHAR(64)  ${exact},
  profile_id       VARCHAR(36)  ${exact},
  -- what refused the code
  error_code       INTEGER,
  -- a callback is exchanging the code, unless its node has died, in which case this moment passes
  exchanging_until BIGINT,
  expires          BIGINT       NOT NULL,
  PRIMARY KEY (state, code)
) ${table};
CREATE INDEX link_outcome_by_expiry ON link_outcome (expires);
