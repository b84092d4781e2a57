-- The last thing that was done to all days of a person, so that every replica hears of it. what: forgotten or imported.
CREATE TABLE change (
    person     TEXT    NOT NULL PRIMARY KEY,
    what       TEXT    NOT NULL,
    changed_at BIGINT  NOT NULL
);
