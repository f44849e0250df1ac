-- Profiles as documents. Like V1, for all three databases; text is the type of a text of any length.

-- The members without their own column, as one JSON object; null when there are none.
ALTER TABLE profile ADD COLUMN document ${text};
CREATE INDEX profile_by_change ON profile (account_id, last_modified, id);

-- Each value inside a document, so that every list can filter and order by it. indexed_value begins with
-- a letter for its type and compares byte by byte as the values do (class IndexedValue). Names and values
-- that are too long end in a hash; long_text then holds the whole string, for x__query.
-- The primary key is the index by which lists find values; the other one finds the values of a profile.
CREATE TABLE profile_indexed_value (
  account_id    ${uuid}      NOT NULL,
  profile_id    ${uuid}      NOT NULL REFERENCES profile (id),
  path          VARCHAR(255) ${exact} NOT NULL,
  indexed_value VARCHAR(255) ${exact} NOT NULL,
  long_text     ${text},
  PRIMARY KEY (account_id, path, indexed_value, profile_id)
) ${table};
CREATE INDEX profile_indexed_value_by_profile ON profile_indexed_value (profile_id);

-- Who merged what into which profile, and how to undo it.
CREATE TABLE profile_merge (
  id            ${uuid}   NOT NULL PRIMARY KEY,
  account_id    ${uuid}   NOT NULL REFERENCES account (id),
  authority_id  ${uuid}   NOT NULL,
  merged_by     VARCHAR(255) ${exact} NOT NULL,
  -- what came from where: a JSON array
  changes       ${text}      NOT NULL,
  -- 0 while the merge is in effect
  undone        BIGINT       NOT NULL,
  undone_by     VARCHAR(255) ${exact},
  created       BIGINT       NOT NULL,
  last_modified BIGINT       NOT NULL,
  version       INTEGER      NOT NULL
) ${table};
CREATE INDEX profile_merge_by_authority ON profile_merge (authority_id, created, id);
CREATE INDEX profile_merge_by_account ON profile_merge (account_id);

-- A profile that was merged into another: the complete profile as it was before.
CREATE TABLE merged_profile (
  merge_id   ${uuid}  NOT NULL REFERENCES profile_merge (id),
  profile_id ${uuid}  NOT NULL,
  account_id ${uuid}  NOT NULL,
  survivor_id ${uuid}  NOT NULL,
  is_undone  BOOLEAN     NOT NULL,
  document   ${text}     NOT NULL,
  PRIMARY KEY (merge_id, profile_id)
) ${table};
CREATE INDEX merged_profile_by_profile ON merged_profile (profile_id);
CREATE INDEX merged_profile_by_survivor ON merged_profile (survivor_id);
CREATE INDEX merged_profile_by_account ON merged_profile (account_id);

-- Each value inside a record's changes, like profile_indexed_value for profiles.
CREATE TABLE merge_indexed_value (
  merge_id      ${uuid}      NOT NULL,
  account_id    ${uuid}      NOT NULL,
  path          VARCHAR(255) ${exact} NOT NULL,
  indexed_value VARCHAR(255) ${exact} NOT NULL,
  long_text     ${text},
  PRIMARY KEY (merge_id, path, indexed_value),
  CONSTRAINT merge_indexed_value_merge FOREIGN KEY (merge_id) REFERENCES profile_merge (id)
) ${table};
CREATE INDEX merge_indexed_value_by_path ON merge_indexed_value (account_id, path, indexed_value, merge_id);

-- Two profiles with the same unionid, through different Official Accounts; they are only merged on request.
CREATE TABLE profile_duplicate (
  id            ${uuid}   NOT NULL PRIMARY KEY,
  account_id    ${uuid}   NOT NULL,
  profile_id    ${uuid}   NOT NULL REFERENCES profile (id),
  other_id      ${uuid}   NOT NULL REFERENCES profile (id),
  unionid       VARCHAR(128) ${exact} NOT NULL,
  created       BIGINT       NOT NULL,
  last_modified BIGINT       NOT NULL,
  version       INTEGER      NOT NULL,
  CONSTRAINT profile_duplicate_pair UNIQUE (profile_id, other_id)
) ${table};
CREATE INDEX profile_duplicate_by_other ON profile_duplicate (other_id);
CREATE INDEX profile_duplicate_by_account ON profile_duplicate (account_id, created, id);

-- The texts of social entries, wherever they are stored: WeChat's in the rows of OpenIDs, others in documents.
CREATE VIEW social_text (account_id, profile_id, path, text_value) AS
  SELECT account_id, profile_id, 'social.type', 'wechat' FROM profile_key WHERE app_id IS NOT NULL
  UNION ALL
  SELECT account_id, profile_id, 'social.openid', key_value FROM profile_key WHERE app_id IS NOT NULL
  UNION ALL
  SELECT account_id, profile_id, 'social.nickname', nickname FROM profile_key WHERE app_id IS NOT NULL
  UNION ALL
  SELECT account_id, profile_id, 'social.headimgurl', headimgurl FROM profile_key WHERE app_id IS NOT NULL
  UNION ALL
  SELECT account_id, profile_id, 'social.app_id', app_id FROM profile_key WHERE app_id IS NOT NULL
  UNION ALL
  SELECT account_id, profile_id, 'social.unionid', unionid FROM profile_key WHERE app_id IS NOT NULL
  UNION ALL
  SELECT account_id, profile_id, path, SUBSTRING(indexed_value FROM 2) FROM profile_indexed_value
    WHERE path IN ('social.type', 'social.openid', 'social.nickname', 'social.headimgurl', 'social.app_id', 'social.unionid');
