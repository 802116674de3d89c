import type { DrawCandidate, DrawCondition } from "./draw-conditions.ts";

/** Steps after which a search is given up: then the answer is "not found", which no pool of a real bank has come to. */
const longestSearch = 20_000;

type Group<Candidate> = { members: Candidate[]; meets: number[] };

/**
 * Finds questions that meet every condition and are no more than `room`, beside those taken already; null when there
 * are none. Questions that meet the same conditions are alike to it, so it tries groups, the most useful first; inside
 * a group it takes them in the order of the pool.
 */
export function coverWithin<Candidate extends DrawCandidate>(
  pool: readonly Candidate[],
  conditions: readonly DrawCondition[],
  taken: ReadonlySet<Candidate>,
  room: number,
): Candidate[] | null {
  const missing = conditions.map(({ needed, fits }) => needed - [...taken].filter(fits).length);
  const groups = groupsOf(pool, conditions, taken);
  const chosen: Candidate[] = [];
  const used = groups.map(() => 0);
  const banned = groups.map(() => false);
  let steps = 0;

  function search(): boolean {
    steps += 1;
    if (steps > longestSearch) return false;
    const open = missing.flatMap((count, condition) => (count > 0 ? [condition] : []));
    if (open.length === 0) return chosen.length <= room;
    const left = room - chosen.length;
    const usable = groups.flatMap(({ members, meets }, index) => {
      const gain = meets.filter((condition) => (missing[condition] ?? 0) > 0).length;
      return gain > 0 && !banned[index] && (used[index] ?? 0) < members.length
        ? [{ index, gain, meets, spare: members.length - (used[index] ?? 0) }]
        : [];
    });
    const total = open.reduce((sum, condition) => sum + (missing[condition] ?? 0), 0);
    const bestGain = Math.max(0, ...usable.map(({ gain }) => gain));
    if (total > left * bestGain || open.some((condition) => (missing[condition] ?? 0) > left)) return false;
    const slackOf = (condition: number) =>
      usable.reduce((sum, { meets, spare }) => sum + (meets.includes(condition) ? spare : 0), 0) -
      (missing[condition] ?? 0);
    const slacks = open.map((condition) => ({ condition, slack: slackOf(condition) }));
    const tightest = slacks.reduce((least, other) => (other.slack < least.slack ? other : least));
    if (tightest.slack < 0) return false;
    const ways = usable
      .filter(({ meets }) => meets.includes(tightest.condition))
      .sort((a, b) => b.gain - a.gain);
    const closed: number[] = [];
    for (const { index } of ways) {
      if (take(index)) return true;
      // Without this group from here on: what holds one of it has been tried.
      banned[index] = true;
      closed.push(index);
    }
    closed.forEach((index) => (banned[index] = false));
    return false;
  }

  function take(index: number): boolean {
    const { members, meets } = groups[index] as Group<Candidate>;
    const member = members[used[index] ?? 0] as Candidate;
    const change = (by: number) => {
      meets.forEach((condition) => (missing[condition] = (missing[condition] ?? 0) - by));
      used[index] = (used[index] ?? 0) + by;
    };
    change(1);
    chosen.push(member);
    if (search()) return true;
    chosen.pop();
    change(-1);
    return false;
  }

  return search() ? chosen : null;
}

function groupsOf<Candidate extends DrawCandidate>(
  pool: readonly Candidate[],
  conditions: readonly DrawCondition[],
  taken: ReadonlySet<Candidate>,
): Group<Candidate>[] {
  const groups = new Map<string, Group<Candidate>>();
  for (const member of pool) {
    if (taken.has(member)) continue;
    const meets = conditions.flatMap(({ fits }, index) => (fits(member) ? [index] : []));
    const key = meets.join();
    const group = groups.get(key) ?? { members: [], meets };
    group.members.push(member);
    groups.set(key, group);
  }
  return [...groups.values()].filter(({ meets }) => meets.length > 0);
}
