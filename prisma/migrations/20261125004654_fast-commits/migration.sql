-- How far the records of a launch at one activity were followed. A session runs from one beginning to the next:
-- `seen` milliseconds between its records, `reported` seconds by the package's own word. Before it: seconds in all
-- (`closed`), and those after the activity was last begun anew.
CREATE TYPE "run_clock" AS (
    "last_seq" INTEGER,
    "last_at" TIMESTAMPTZ(3),
    "seen" DOUBLE PRECISION,
    "reported" DOUBLE PRECISION,
    "closed" DOUBLE PRECISION,
    "closed_current" DOUBLE PRECISION
);

-- AlterTable
ALTER TABLE "run_attempt" ADD COLUMN     "is_completion_due" BOOLEAN NOT NULL DEFAULT false;

-- AlterTable
ALTER TABLE "run_launch" ADD COLUMN     "deleted_seqs" int4multirange;

-- AlterTable
ALTER TABLE "run_record" ADD COLUMN     "seconds" DOUBLE PRECISION;

-- AlterTable
ALTER TABLE "run_time" ADD COLUMN     "base" run_clock,
ADD COLUMN     "clock" run_clock;

-- Session times of the records that are there already, which time is worked out from.
UPDATE "run_record" SET "seconds" = NULLIF(CASE
    WHEN "value" ~ '^\s*\d{2,4}:\d{2}:\d{2}(\.\d{1,2})?\s*$' THEN
        split_part(btrim("value"), ':', 1)::float8 * 3600 + split_part(btrim("value"), ':', 2)::float8 * 60
        + split_part(btrim("value"), ':', 3)::float8
    WHEN "value" ~ '^\s*P(?=.)(\d{1,6}D)?(T(?=.)(\d{1,6}H)?(\d{1,6}M)?(\d{1,9}(\.\d+)?S)?)?\s*$' THEN
        extract(epoch FROM btrim("value")::interval)::float8
END, 0)
WHERE "kind" = 'set' AND "element" IN ('cmi.core.session_time', 'cmi.session_time');

-- The clock of a launch at an activity, moved on over the records that follow it. Each session counts as the package
-- reported it last, or else as the time between its records, of which a gap counts for no more than five minutes:
-- nobody can tell whether the learner was still there.
CREATE FUNCTION "run_clock_after"(clock run_clock, of_launch text, at_activity text) RETURNS run_clock
LANGUAGE plpgsql AS $$
DECLARE
    entry record;
    spent double precision;
BEGIN
    IF clock IS NULL THEN
        clock := ROW(0, NULL, 0, NULL, 0, 0)::run_clock;
    END IF;
    FOR entry IN
        SELECT seq, at, kind, element, seconds FROM run_record
        WHERE launch_id = of_launch AND activity = at_activity AND seq > clock.last_seq
        ORDER BY seq
    LOOP
        IF entry.kind IN ('initialize', 'reset') THEN
            spent := coalesce(clock.reported, clock.seen / 1000);
            clock.closed := clock.closed + spent;
            clock.closed_current := CASE entry.kind WHEN 'reset' THEN 0 ELSE clock.closed_current + spent END;
            clock.seen := 0;
            clock.reported := NULL;
        ELSIF clock.last_at IS NOT NULL THEN
            clock.seen := clock.seen
                + least(greatest(0, round(extract(epoch FROM entry.at - clock.last_at) * 1000)), 300000)::float8;
        END IF;
        IF entry.kind = 'set' AND entry.element IN ('cmi.core.session_time', 'cmi.session_time') THEN
            clock.reported := entry.seconds;
        END IF;
        clock.last_seq := entry.seq;
        clock.last_at := entry.at;
    END LOOP;
    RETURN clock;
END $$;

-- Works out anew how long a launch spent at the activities of records that have just been stored. A record that
-- follows those known only moves the clock on; an earlier one makes it run again over the log, from where the log was
-- deleted once.
CREATE FUNCTION "recompute_run_time"(launch run_launch, fresh integer[]) RETURNS void
LANGUAGE plpgsql AS $$
DECLARE
    touched record;
    known run_time;
    clock run_clock;
    spent double precision;
    is_begun_anew_later boolean;
BEGIN
    FOR touched IN
        SELECT run_record.activity, min(seq) AS first_seq, bool_or(kind = 'reset') AS has_reset FROM run_record
        WHERE launch_id = launch.id AND seq = ANY (fresh)
        GROUP BY run_record.activity
    LOOP
        SELECT * INTO known FROM run_time
        WHERE attempt_id = launch.attempt_id AND activity = touched.activity AND launch_number = launch.number;
        clock := run_clock_after(
            CASE WHEN (known.clock).last_seq < touched.first_seq THEN known.clock ELSE known.base END,
            launch.id,
            touched.activity
        );
        is_begun_anew_later := EXISTS (
            SELECT FROM run_value
            WHERE attempt_id = launch.attempt_id AND activity = touched.activity
              AND element = 'sigurna.reset' AND launch_number > launch.number
        );
        spent := coalesce(clock.reported, clock.seen / 1000);
        INSERT INTO run_time (attempt_id, launch_number, activity, seconds, current_seconds, clock, base)
        VALUES (
            launch.attempt_id,
            launch.number,
            touched.activity,
            clock.closed + spent,
            CASE WHEN is_begun_anew_later THEN 0 ELSE clock.closed_current + spent END,
            clock,
            known.base
        )
        ON CONFLICT (attempt_id, activity, launch_number) DO UPDATE
        SET seconds = excluded.seconds, current_seconds = excluded.current_seconds, clock = excluded.clock;
        IF touched.has_reset THEN
            UPDATE run_time SET current_seconds = 0
            WHERE attempt_id = launch.attempt_id AND activity = touched.activity
              AND launch_number < launch.number AND current_seconds <> 0;
        END IF;
        UPDATE run_activity SET seconds = floor(total.seconds + 0.5)
        FROM (
            SELECT sum(current_seconds) AS seconds FROM run_time
            WHERE attempt_id = launch.attempt_id AND activity = touched.activity
        ) AS total
        WHERE attempt_id = launch.attempt_id AND activity = touched.activity
          AND run_activity.seconds <> floor(total.seconds + 0.5);
    END LOOP;
    UPDATE run_attempt SET seconds = floor(total.seconds + 0.5)
    FROM (SELECT sum(seconds) AS seconds FROM run_time WHERE attempt_id = launch.attempt_id) AS total
    WHERE id = launch.attempt_id AND run_attempt.seconds <> floor(total.seconds + 0.5);
END $$;

-- Folds records that have just been stored into the values of their attempt: of each element the one with the highest
-- (launch, seq) stays, and of an activity that began anew nothing from before.
CREATE FUNCTION "fold_run_records"(launch run_launch, given json, fresh integer[], has_reset boolean) RETURNS void
LANGUAGE plpgsql AS $$
BEGIN
    IF has_reset THEN
        DELETE FROM run_value USING json_to_recordset(given) AS entry (seq integer, activity text, kind text, folds_into text)
        WHERE attempt_id = launch.attempt_id AND run_value.activity = entry.activity
          AND entry.kind = 'reset' AND entry.folds_into IS NOT NULL AND entry.seq = ANY (fresh)
          AND (run_value.launch_number, run_value.seq) < (launch.number, entry.seq);
    END IF;
    INSERT INTO run_value (attempt_id, activity, element, value, launch_number, seq)
    SELECT launch.attempt_id, entry.activity, entry.folds_into,
           CASE entry.kind WHEN 'set' THEN coalesce(entry.value, '') ELSE launch.number || ':' || entry.seq END,
           launch.number, entry.seq
    FROM json_to_recordset(given) AS entry (seq integer, activity text, kind text, value text, folds_into text)
    WHERE entry.folds_into IS NOT NULL AND entry.seq = ANY (fresh)
      AND NOT EXISTS (
          SELECT FROM run_value AS marker
          WHERE marker.attempt_id = launch.attempt_id AND marker.activity = entry.activity
            AND marker.element = 'sigurna.reset'
            AND (marker.launch_number, marker.seq) > (launch.number, entry.seq)
      )
    ON CONFLICT (attempt_id, activity, element) DO UPDATE
    SET value = excluded.value, launch_number = excluded.launch_number, seq = excluded.seq
    WHERE (run_value.launch_number, run_value.seq) < (excluded.launch_number, excluded.seq);
END $$;

-- Stores records of a launch, each once, folds them into the values of its attempt and works out the time: what is the
-- same for every record and needs no rule of a standard (players/records.server.ts calls it and does the rest).
-- A function, because the many queries of this must run after the attempt's row is locked, each seeing what the
-- request before has left, and a round trip for each would cost more than the queries.
-- `given`: a JSON list of records by players/fold.ts, each number once. `valid_at`: null, or when the launch's token
-- must still be good. `outcome`: unknown, expired, full or stored; `fresh` are the numbers that were new.
CREATE FUNCTION "store_run_records"(
    of_launch text,
    given json,
    received_at timestamptz,
    valid_at timestamptz,
    max_records integer,
    max_bytes bigint
) RETURNS TABLE (outcome text, fresh integer[], is_superseded boolean, is_completion_due boolean)
LANGUAGE plpgsql AS $$
DECLARE
    launch run_launch;
    fresh_bytes bigint;
    has_reset boolean;
BEGIN
    PERFORM 1 FROM run_attempt
    JOIN run_launch ON run_launch.attempt_id = run_attempt.id
    WHERE run_launch.id = of_launch
    FOR NO KEY UPDATE OF run_attempt;
    SELECT * INTO launch FROM run_launch WHERE id = of_launch;
    is_superseded := launch.superseded_at IS NOT NULL;
    fresh := '{}';
    IF launch.id IS NULL OR launch.expires_at <= valid_at THEN
        outcome := CASE WHEN launch.id IS NULL THEN 'unknown' ELSE 'expired' END;
        RETURN NEXT;
        RETURN;
    END IF;

    WITH inserted AS (
        INSERT INTO run_record (launch_id, seq, at, received_at, activity, kind, element, value, error, seconds)
        SELECT of_launch, entry.seq, to_timestamp(entry.at / 1000), store_run_records.received_at, entry.activity, entry.kind,
               entry.element, entry.value, entry.error, entry.seconds
        FROM json_to_recordset(given) AS entry (
            seq integer, at double precision, activity text, kind text, element text, value text, error text,
            seconds double precision
        )
        WHERE launch.deleted_seqs IS NULL OR NOT launch.deleted_seqs @> entry.seq
        ON CONFLICT DO NOTHING
        RETURNING seq, kind, octet_length(value) AS bytes
    )
    SELECT coalesce(array_agg(seq), '{}'), coalesce(sum(bytes), 0), coalesce(bool_or(kind = 'reset'), false)
    INTO fresh, fresh_bytes, has_reset FROM inserted;

    IF launch.record_count + cardinality(fresh) > max_records OR launch.record_bytes + fresh_bytes > max_bytes THEN
        DELETE FROM run_record WHERE launch_id = of_launch AND seq = ANY (fresh);
        outcome := 'full';
        RETURN NEXT;
        RETURN;
    END IF;
    UPDATE run_launch
    SET record_count = record_count + cardinality(fresh),
        record_bytes = record_bytes + fresh_bytes,
        last_seen_at = store_run_records.received_at
    WHERE id = of_launch;

    IF cardinality(fresh) > 0 THEN
        PERFORM fold_run_records(launch, given, fresh, has_reset);
        -- A review takes no time: it is over.
        IF launch.mode <> 'review' THEN
            PERFORM recompute_run_time(launch, fresh);
        END IF;
    END IF;
    outcome := 'stored';
    is_completion_due := (SELECT run_attempt.is_completion_due FROM run_attempt WHERE id = launch.attempt_id);
    RETURN NEXT;
END $$;
