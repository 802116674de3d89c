import type { Conversation, LanguageText } from "./content.ts";
import type { XapiEvent } from "./core.ts";
import { choiceOf, textOf } from "./view.ts";
import { bestWay, type Step, stepId, stepsFrom } from "./way.ts";

const interaction = "http://adlnet.gov/expapi/activities/cmi.interaction";
const between = "[,]";

/** Says what was asked, as one question with several answers: the choices of the way. */
export function describe(event: XapiEvent, conversation: Conversation, language: LanguageText) {
  const { code } = language;
  Object.assign(event.getVerifiedStatementValue(["object", "definition"]), {
    type: interaction,
    interactionType: "choice",
    name: { [code]: language.title },
    description: { [code]: language.intro },
    correctResponsesPattern: [responseOf(bestWay(conversation))],
    choices: conversation.scenes.flatMap(stepsFrom).map((step) => ({
      id: stepId(step),
      description: {
        [code]: `${textOf(language, step.scene.id).title}: ${choiceOf(language, step).text}`,
      },
    })),
  });
}

export function responseOf(steps: Step[]): string {
  return steps.map(stepId).join(between);
}
