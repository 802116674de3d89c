import type { Choice, Conversation, Scene } from "./content.ts";

/** A choice that was made, in the scene where it was. */
export type Step = { scene: Scene; choice: Choice };

type Scenes = Pick<Conversation, "scenes">;

/** Names a choice within the whole conversation. */
export function stepId({ scene, choice }: Step): string {
  return `${scene.id}/${choice.id}`;
}

/** The steps that ids name, from the beginning; what does not follow from the one before is left out. */
export function stepsOf(conversation: Scenes, ids: readonly unknown[]): Step[] {
  const steps: Step[] = [];
  for (const id of ids) {
    const step = stepsFrom(sceneAfter(conversation, steps)).find((candidate) => stepId(candidate) === id);
    if (!step) break;
    steps.push(step);
  }
  return steps;
}

/** The scene in which somebody stands who has made these steps. */
export function sceneAfter({ scenes }: Scenes, steps: readonly Step[]): Scene {
  const last = steps[steps.length - 1];
  const scene = last ? scenes.find(({ id }) => id === last.choice.to) : scenes[0];
  if (!scene) throw new Error(`There is no scene "${last?.choice.to ?? ""}".`);
  return scene;
}

export function stepsFrom(scene: Scene): Step[] {
  return (scene.choices ?? []).map((choice) => ({ scene, choice }));
}

export function isEnd(scene: Scene): boolean {
  return (scene.choices ?? []).length === 0;
}

export function scoreOf(steps: readonly Step[]): number {
  return steps.reduce((sum, { choice }) => sum + choice.points, 0);
}

/** The way with the most points; of equal ones, the first. Only for conversations without circles. */
export function bestWay(conversation: Scenes, from: Scene = sceneAfter(conversation, [])): Step[] {
  const ways = stepsFrom(from).map((step) => [
    step,
    ...bestWay(conversation, sceneAfter(conversation, [step])),
  ]);
  return ways.reduce((best, way) => (scoreOf(way) > scoreOf(best) ? way : best), ways[0] ?? []);
}

/** How good a choice is beside the others of its scene. */
export function verdictOn({ scene, choice }: Step): "strong" | "partly" | "risky" {
  if (choice.points >= Math.max(...stepsFrom(scene).map((step) => step.choice.points))) return "strong";
  return choice.points > 0 ? "partly" : "risky";
}
