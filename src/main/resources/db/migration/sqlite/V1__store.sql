-- Every …_at is milliseconds since 1970-01-01T00:00Z, every date yyyy-MM-dd in the wearer's time zone.

CREATE TABLE raw_day (
    person           TEXT    NOT NULL,
    upstream         TEXT    NOT NULL,
    kind             TEXT    NOT NULL,
    date             TEXT    NOT NULL,
    fetched_at       INTEGER NOT NULL,
    zone             TEXT    NOT NULL,
    device_synced_at INTEGER,
    parts            BLOB    NOT NULL, -- one byte of format version, then gzip
    PRIMARY KEY (person, upstream, kind, date)
);

CREATE TABLE note (
    person     TEXT    NOT NULL,
    upstream   TEXT    NOT NULL,
    name       TEXT    NOT NULL,
    fetched_at INTEGER NOT NULL,
    body       BLOB    NOT NULL,
    PRIMARY KEY (person, upstream, name)
);

CREATE TABLE backfill (
    person     TEXT    NOT NULL,
    kind       TEXT    NOT NULL,
    first_date TEXT    NOT NULL,
    last_date  TEXT    NOT NULL,
    next_date  TEXT    NOT NULL,
    state      TEXT    NOT NULL,
    reason     TEXT,
    version    INTEGER NOT NULL,
    updated_at INTEGER NOT NULL,
    PRIMARY KEY (person, kind)
);

CREATE TABLE budget (
    person     TEXT    NOT NULL,
    upstream   TEXT    NOT NULL,
    call_limit INTEGER NOT NULL,
    remaining  INTEGER NOT NULL,
    resets_at  INTEGER NOT NULL,
    told_at    INTEGER NOT NULL,
    PRIMARY KEY (person, upstream)
);

CREATE TABLE sealed (
    entry_group TEXT    NOT NULL,
    name        TEXT    NOT NULL,
    version     INTEGER NOT NULL,
    sealed      BLOB    NOT NULL,
    written_at  INTEGER NOT NULL,
    PRIMARY KEY (entry_group, name)
);

CREATE TABLE lease (
    name          TEXT    NOT NULL PRIMARY KEY,
    owner         TEXT    NOT NULL,
    length_millis INTEGER NOT NULL,
    expires_at    INTEGER NOT NULL
);
