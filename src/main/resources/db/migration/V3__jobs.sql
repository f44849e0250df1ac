-- Work that outlives its request. Like V1 and V2, for all three databases.

CREATE TABLE job (
  id              ${uuid}    NOT NULL PRIMARY KEY,
  account_id      ${uuid}    NOT NULL,
  client_id       VARCHAR(255)  ${exact} NOT NULL,
  kind            VARCHAR(64)   ${exact} NOT NULL,
  service         VARCHAR(64)   NOT NULL,
  is_bulk         BOOLEAN       NOT NULL,
  info            VARCHAR(1024) NOT NULL,
  status          VARCHAR(16)   NOT NULL,
  steps           INTEGER       NOT NULL,
  succeeded       INTEGER       NOT NULL,
  failed          INTEGER       NOT NULL,
  -- what a node must do next: run it, or call its webhook; null when nothing is left to do
  waits_for       VARCHAR(4)    ${exact},
  -- when a node must look at it next: to run it, to take it over from a node that died, to call its
  -- webhook; null when nothing is left to do. While a node has the job it is the end of its lease.
  due             BIGINT,
  -- the step that a node last started with, and how often in a row that was the same one
  place           INTEGER       NOT NULL,
  runs            INTEGER       NOT NULL,
  finished        BIGINT,
  -- sealed: 2,000 characters, each of up to three bytes
  webhook_url     VARCHAR(8100),
  webhook_tries   INTEGER       NOT NULL,
  webhook_outcome VARCHAR(255),
  created         BIGINT        NOT NULL,
  last_modified   BIGINT        NOT NULL,
  version         INTEGER       NOT NULL,
  CONSTRAINT job_account FOREIGN KEY (account_id) REFERENCES account (id)
) ${table};
CREATE INDEX job_by_account ON job (account_id, created, id);
CREATE INDEX job_by_due ON job (waits_for, due);
CREATE INDEX job_by_turn ON job (account_id, waits_for, due);
CREATE INDEX job_by_finish ON job (finished);

-- When a node last took a job of an account, separately for running jobs and for calling webhooks: the account whose turn
-- was longest ago is next. Both rows are created and deleted with the account.
CREATE TABLE account_turn (
  account_id ${uuid}  NOT NULL,
  deed       VARCHAR(4)  ${exact} NOT NULL,
  taken      BIGINT      NOT NULL,
  PRIMARY KEY (account_id, deed),
  CONSTRAINT account_turn_account FOREIGN KEY (account_id) REFERENCES account (id) ON DELETE CASCADE
) ${table};
CREATE INDEX account_turn_by_time ON account_turn (deed, taken, account_id);

-- The input of a job: personal data, so the row is deleted when the job is finished.
CREATE TABLE job_input (
  job_id    ${uuid}  NOT NULL PRIMARY KEY,
  task      ${text}     NOT NULL,
  -- who requested it
  actor     ${text}     NOT NULL,
  CONSTRAINT job_input_job FOREIGN KEY (job_id) REFERENCES job (id) ON DELETE CASCADE
) ${table};

-- A step that was done, written in the same transaction as its effects: the primary key makes it happen once.
CREATE TABLE job_step (
  job_id  ${uuid}  NOT NULL,
  place   INTEGER     NOT NULL,
  failed  BOOLEAN     NOT NULL,
  -- the resource of the step
  subject ${uuid} NOT NULL,
  outcome ${text}     NOT NULL,
  PRIMARY KEY (job_id, place),
  CONSTRAINT job_step_job FOREIGN KEY (job_id) REFERENCES job (id) ON DELETE CASCADE
) ${table};
CREATE INDEX job_step_by_subject ON job_step (subject);

-- Each value inside a step's outcome, so that lists can filter by it, like profile_indexed_value for profiles.
-- It refers to the job and not to the step, so that one statement deletes a job with all of them. The key has the values
-- of a job at a path in order, smallest first.
CREATE TABLE job_indexed_value (
  job_id        ${uuid}      NOT NULL,
  account_id    ${uuid}      NOT NULL,
  step          INTEGER      NOT NULL,
  path          VARCHAR(255) ${exact} NOT NULL,
  indexed_value VARCHAR(255) ${exact} NOT NULL,
  long_text     ${text},
  PRIMARY KEY (job_id, path, indexed_value, step),
  CONSTRAINT job_indexed_value_job FOREIGN KEY (job_id) REFERENCES job (id) ON DELETE CASCADE
) ${table};
CREATE INDEX job_indexed_value_by_path ON job_indexed_value (account_id, path, indexed_value, job_id);

-- When a node may next run a chore that one node is enough for: while a node runs it, the end of that node's lease.
CREATE TABLE upkeep_lease (
  chore VARCHAR(64) ${exact} NOT NULL PRIMARY KEY,
  due   BIGINT      NOT NULL
) ${table};

-- From where everything was moved into this database: one row at most, written in the transaction of the move. While a node
-- moves, its key makes the others wait.
CREATE TABLE database_move (
  id     SMALLINT      NOT NULL PRIMARY KEY,
  -- the address without its options
  source VARCHAR(1024) NOT NULL,
  begun  BIGINT        NOT NULL
) ${table};
