-- AlterTable
ALTER TABLE "attempt" ADD COLUMN     "reached" INTEGER NOT NULL DEFAULT 1;

-- Takes one answer to one question of an open attempt (assessment/answer.server.ts). A function, because the rules must
-- see what the request before has left, after the attempt is locked against its submission, and each answer is to cost
-- one round trip.
-- `given_at`: when it was given by the server's clock; null when nobody can tell (a form without JavaScript), then it was
-- now. `shown_revision`: the version of the answer that its page showed. `new_fraction`: the mark of practice, where the
-- first answer stands; null in a test.
-- `outcome`: unknown (not this person's attempt, or no such question), submitted, late, left (there is no way back to this
-- question), stands (practice: an answer that is marked; a way through steps is marked at its end), stored, known
-- (this very answer counts already), overtaken (its page has sent a newer one), older (another window has given a newer
-- one), conflict (another window has given one that this page did not show, and nobody can tell which is newer).
-- `other_*`: the answer from another window that counts (older, conflict) or was replaced unseen (stored).
CREATE FUNCTION "store_answer"(
    of_attempt text,
    of_user text,
    at_position integer,
    new_response jsonb,
    new_key text,
    new_page text,
    new_change integer,
    shown_revision integer,
    given_at timestamptz,
    received_at timestamptz,
    new_fraction double precision
) RETURNS TABLE (outcome text, revision integer, other_response jsonb, other_at timestamptz)
LANGUAGE plpgsql AS $$
DECLARE
    open_attempt attempt;
    item attempt_item;
    is_elsewhere boolean;
BEGIN
    SELECT attempt.* INTO open_attempt FROM attempt
    JOIN enrolment ON enrolment.id = attempt.enrolment_id
    WHERE attempt.id = of_attempt AND enrolment.user_id = of_user
    FOR KEY SHARE OF attempt;
    SELECT attempt_item.* INTO item FROM attempt_item
    WHERE attempt_id = open_attempt.id AND position = at_position
    FOR NO KEY UPDATE;
    revision := item.revision;
    -- Two windows without JavaScript have no name to tell them apart: by what each has shown they are.
    is_elsewhere := item.answered_at IS NOT NULL AND (new_page IS NULL OR item.page_id IS DISTINCT FROM new_page)
        AND item.response IS DISTINCT FROM new_response;

    IF item.attempt_id IS NULL THEN
        outcome := 'unknown';
    ELSIF item.answer_key = new_key THEN
        outcome := 'known';
    ELSIF new_page IS NOT NULL AND item.page_id = new_page AND item.page_change >= new_change THEN
        outcome := 'overtaken';
    ELSIF open_attempt.submitted_at IS NOT NULL THEN
        outcome := 'submitted';
    ELSIF coalesce(given_at, received_at) > open_attempt.deadline_at
        OR received_at > open_attempt.deadline_at + open_attempt.grace_seconds * interval '1 second' THEN
        outcome := 'late';
    ELSIF at_position < open_attempt.reached THEN
        outcome := 'left';
    ELSIF item.fraction IS NOT NULL THEN
        outcome := 'stands';
    ELSIF item.page_id IS DISTINCT FROM new_page
        AND (item.answered_at, coalesce(item.page_id, '')) > (given_at, coalesce(new_page, '')) THEN
        outcome := CASE WHEN is_elsewhere THEN 'older' ELSE 'overtaken' END;
    ELSIF given_at IS NULL AND is_elsewhere AND shown_revision < item.revision THEN
        outcome := 'conflict';
    ELSE
        outcome := 'stored';
        revision := item.revision + 1;
        UPDATE attempt_item
        SET response = new_response, revision = item.revision + 1, answered_at = coalesce(given_at, received_at),
            page_id = new_page, page_change = new_change, answer_key = new_key,
            fraction = new_fraction, is_correct = CASE WHEN new_fraction IS NOT NULL THEN new_fraction >= 1 END
        WHERE attempt_id = item.attempt_id AND position = at_position;
    END IF;
    IF is_elsewhere AND (
        outcome IN ('older', 'conflict') OR (outcome = 'stored' AND shown_revision < item.revision)
    ) THEN
        other_response := item.response;
        other_at := item.answered_at;
    END IF;
    RETURN NEXT;
END $$;
