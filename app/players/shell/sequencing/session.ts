import type { Scorm2004API } from "../scorm-again-2004.ts";
import { correctSequencing } from "./corrections.ts";
import { type Engine, engineOf } from "./engine.ts";
import { canChoose, canGoBack, canGoOn, isListed } from "./navigation.ts";

/** scorm-again's sequencing, put right, as the player uses it. */
export type SequencingSession = ReturnType<typeof sequencingSession>;

export function sequencingSession(model: Scorm2004API) {
  const engine = engineOf(model);
  correctSequencing(engine);
  const { service, tree } = engine;
  let isHeld = false;
  const prepare = service.prepareNavigationRequest.bind(service);
  const process = service.processNavigationRequest.bind(service);
  service.prepareNavigationRequest = (...request) => (isHeld ? null : prepare(...request));
  service.processNavigationRequest = (...request) => !isHeld && process(...request);

  function whileHeld(terminate: () => string): string {
    isHeld = true;
    try {
      return terminate();
    } finally {
      isHeld = false;
    }
  }

  return {
    canGoOn: () => canGoOn(engine),
    canGoBack: () => canGoBack(engine),
    canChoose: (id: string) => canChoose(engine, id),
    isListed: (id: string) => isListed(engine, id),
    /** Carries out a navigation request, with what the SCO has said about how it ends. */
    navigate(navigation: string) {
      const target = /^\{target=(.*)\}(choice|jump)$/.exec(navigation);
      process(target?.[2] ?? navigation, target?.[1], model.cmi.getExitValueInternal());
    },
    /**
     * Lets a SCO terminate that asks for nothing: what comes is the learner's choice, and only then the attempt ends
     * (SCORM 2004 SN OP.1). scorm-again takes it for a request to exit.
     */
    hold(terminate: () => string): string {
      const result = whileHeld(terminate);
      if (result === "true") reportInAttempt(engine);
      return result;
    },
    /** After the end of a session: the next starts anew, with all that is tracked (SCORM 2004 SN 4.2). */
    reopen() {
      for (const activity of tree.getAllActivities()) activity.isActive = false;
      tree.setCurrentActivityWithoutActivation(null);
    },
  };
}

/** What the SCO has said counts for its clusters although its attempt goes on. */
function reportInAttempt({ tree, terminationHandler, rollupProcess, globalObjectives }: Engine) {
  const current = tree.currentActivity;
  if (!current?.isActive) return;
  terminationHandler._rteDataTransferService.transferRteData(current);
  rollupProcess.overallRollupProcess(current, globalObjectives());
}
