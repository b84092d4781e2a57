-- Every …_at is milliseconds since 1970-01-01T00:00Z, every date yyyy-MM-dd in the wearer's time zone.
-- Texts that are put in order compare byte by byte, whatever the database's language.

CREATE TABLE raw_day (
    person           TEXT COLLATE "C" NOT NULL,
    upstream         TEXT    NOT NULL,
    kind             TEXT COLLATE "C" NOT NULL,
    date             TEXT COLLATE "C" NOT NULL,
    fetched_at       BIGINT  NOT NULL,
    zone             TEXT    NOT NULL,
    device_synced_at BIGINT,
    parts            BYTEA   NOT NULL, -- one byte of format version, then gzip
    PRIMARY KEY (person, upstream, kind, date)
);
-- They are compressed already.
ALTER TABLE raw_day ALTER COLUMN parts SET STORAGE EXTERNAL;

CREATE TABLE note (
    person     TEXT COLLATE "C" NOT NULL,
    upstream   TEXT    NOT NULL,
    name       TEXT COLLATE "C" NOT NULL,
    fetched_at BIGINT  NOT NULL,
    body       BYTEA   NOT NULL,
    PRIMARY KEY (person, upstream, name)
);

CREATE TABLE backfill (
    person     TEXT COLLATE "C" NOT NULL,
    kind       TEXT COLLATE "C" NOT NULL,
    first_date TEXT    NOT NULL,
    last_date  TEXT    NOT NULL,
    next_date  TEXT    NOT NULL,
    state      TEXT    NOT NULL,
    reason     TEXT,
    version    BIGINT  NOT NULL,
    updated_at BIGINT  NOT NULL,
    PRIMARY KEY (person, kind)
);

CREATE TABLE budget (
    person     TEXT COLLATE "C" NOT NULL,
    upstream   TEXT    NOT NULL,
    call_limit BIGINT  NOT NULL,
    remaining  BIGINT  NOT NULL,
    resets_at  BIGINT  NOT NULL,
    told_at    BIGINT  NOT NULL,
    PRIMARY KEY (person, upstream)
);

CREATE TABLE sealed (
    entry_group TEXT    NOT NULL,
    name        TEXT COLLATE "C" NOT NULL,
    version     BIGINT  NOT NULL,
    sealed      BYTEA   NOT NULL,
    written_at  BIGINT  NOT NULL,
    PRIMARY KEY (entry_group, name)
);

CREATE TABLE lease (
    name          TEXT COLLATE "C" NOT NULL PRIMARY KEY,
    owner         TEXT    NOT NULL,
    length_millis BIGINT  NOT NULL,
    expires_at    BIGINT  NOT NULL
);
