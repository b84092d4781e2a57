-- What a later version of the program might do.
ALTER TABLE raw_day ADD COLUMN remark TEXT;
