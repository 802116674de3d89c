/**
 * The page of an AU that does what real ones do in a browser: fetches its token, reads its launch data, says
 * "initialized", keeps a note as its bookmark, and passes and leaves when its buttons are pressed.
 */
export const workingAu = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Working unit</title></head><body>
<h1>Working unit</h1>
<p>Kept: <output></output></p>
<fieldset disabled>
<label>Note <input></label>
<button id="keep">Keep</button> <button id="pass">Pass</button> <button id="leave">Leave</button>
</fieldset>
<script type="module">
const launch = new URLSearchParams(location.search);
const started = Date.now();
const kept = document.querySelector("output");
const { "auth-token": token } = await (await fetch(launch.get("fetch"), { method: "POST" })).json();
const actor = JSON.parse(launch.get("actor"));
const ask = async (method, resource, parameters, body) => {
  const response = await fetch(launch.get("endpoint") + resource + "?" + new URLSearchParams(parameters), {
    method,
    headers: {
      Authorization: "Basic " + token,
      "X-Experience-API-Version": "1.0.3",
      "Content-Type": "application/json",
    },
    body: body && JSON.stringify(body),
  });
  if (!response.ok && response.status !== 404) kept.textContent = await response.text();
  return response;
};
const state = (stateId) => ({
  activityId: launch.get("activityId"),
  agent: launch.get("actor"),
  registration: launch.get("registration"),
  stateId,
});
const data = await (await ask("GET", "activities/state", state("LMS.LaunchData"))).json();
await ask("GET", "agents/profile", { agent: launch.get("actor"), profileId: "cmi5LearnerPreferences" });

const cmi5 = "https://w3id.org/xapi/cmi5/context/";
const say = (verb, result = {}, isOfMoveOn = false) => {
  const context = structuredClone(data.contextTemplate);
  context.registration = launch.get("registration");
  context.contextActivities.category = [{ id: cmi5 + "categories/cmi5" }];
  if (isOfMoveOn) context.contextActivities.category.push({ id: cmi5 + "categories/moveon" });
  if (data.masteryScore !== undefined) context.extensions[cmi5 + "extensions/masteryscore"] = data.masteryScore;
  const duration = "PT" + ((Date.now() - started) / 1000).toFixed(2) + "S";
  return ask("POST", "statements", {}, {
    id: crypto.randomUUID(),
    actor,
    verb: { id: "http://adlnet.gov/expapi/verbs/" + verb },
    object: { id: launch.get("activityId") },
    result: verb === "initialized" ? undefined : { duration, ...result },
    context,
    timestamp: new Date().toISOString(),
  });
};
await say("initialized");
const bookmark = await ask("GET", "activities/state", state("bookmark"));
kept.textContent = bookmark.ok ? (await bookmark.json()).note : "nothing";

document.getElementById("keep").onclick = async () => {
  const note = document.querySelector("input").value;
  const answer = await ask("PUT", "activities/state", state("bookmark"), { note });
  if (answer.ok) kept.textContent = note;
};
document.getElementById("pass").onclick = async () => {
  await say("completed", { completion: true }, true);
  await say("passed", { success: true, score: { scaled: 0.9 } }, true);
  kept.textContent = "passed";
};
document.getElementById("leave").onclick = async () => {
  await say("terminated");
  location.href = data.returnURL;
};
document.querySelector("fieldset").disabled = false;
</script></body></html>`;
