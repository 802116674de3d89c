/** A player on this page that has been shown and not left. */
export type RunningPlayer = {
  /** Stores everything and unloads the package. */
  leave: () => Promise<void>;
  isSaved: () => boolean;
};

let players: RunningPlayer[] = [];
const listeners = new Set<() => void>();

/** The players of this page, the first shown first. */
export function runningPlayers(): RunningPlayer[] {
  return players;
}

/** Adds a player; the answer removes it. */
export function addRunningPlayer(player: RunningPlayer): () => void {
  change([...players, player]);
  return () => change(players.filter((other) => other !== player));
}

export function onPlayersChange(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function change(now: RunningPlayer[]) {
  players = now;
  for (const listener of listeners) listener();
}
