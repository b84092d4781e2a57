-- Prints the content of a SQLite file as SQL for PostgreSQL. docs/storage.md says how to use it.
SELECT 'BEGIN;';
-- What the first start fetched is in the file, too, or is fetched again.
SELECT 'TRUNCATE raw_day, note, backfill, budget, sealed, change;';
SELECT printf('INSERT INTO raw_day (person, upstream, kind, date, fetched_at, zone, device_synced_at, parts)'
              || ' VALUES (%Q, %Q, %Q, %Q, %lld, %Q, %s, ''\x%s'');',
              person, upstream, kind, date, fetched_at, zone, coalesce(device_synced_at, 'NULL'), hex(parts))
FROM raw_day;
SELECT printf('INSERT INTO note (person, upstream, name, fetched_at, body) VALUES (%Q, %Q, %Q, %lld, ''\x%s'');',
              person, upstream, name, fetched_at, hex(body))
FROM note;
SELECT printf('INSERT INTO backfill'
              || ' (person, kind, first_date, last_date, next_date, state, reason, version, updated_at)'
              || ' VALUES (%Q, %Q, %Q, %Q, %Q, %Q, %Q, %lld, %lld);',
              person, kind, first_date, last_date, next_date, state, reason, version, updated_at)
FROM backfill;
SELECT printf('INSERT INTO budget (person, upstream, call_limit, remaining, resets_at, told_at)'
              || ' VALUES (%Q, %Q, %lld, %lld, %lld, %lld);',
              person, upstream, call_limit, remaining, resets_at, told_at)
FROM budget;
SELECT printf('INSERT INTO sealed (entry_group, name, version, sealed, written_at)'
              || ' VALUES (%Q, %Q, %lld, ''\x%s'', %lld);',
              entry_group, name, version, hex(sealed), written_at)
FROM sealed;
SELECT printf('INSERT INTO change (person, what, changed_at) VALUES (%Q, %Q, %lld);', person, what, changed_at)
FROM change;
SELECT 'COMMIT;';
