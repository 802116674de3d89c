/** Tries at wearing out: the browser's storage, the server's patience. */

/** Fills the storage of the origin to the last character. */
window.hostile.fillStorage = () => {
  let size = 1024 * 1024;
  while (size > 0) {
    try {
      localStorage.setItem(`filler-${crypto.randomUUID()}`, "x".repeat(size));
    } catch {
      size = Math.floor(size / 2);
    }
  }
};

/** As many cookies as a browser takes, at every address of the player. */
window.hostile.fillCookies = () => {
  for (const path of ["/", "/run/", "/shell/", "/files/", "/player/"]) {
    for (let index = 0; index < 60; index += 1) {
      document.cookie = `filler${index}=${"x".repeat(4000)}; path=${path}; max-age=86400; samesite=none; secure`;
    }
  }
};

/**
 * Bodies that no shell would send, each with the answer it got.
 * @param {{ recordsAddress: string }} targets
 */
window.hostile.sendMonsters = async ({ recordsAddress }) => {
  const record = {
    seq: 800_001,
    at: 0,
    activity: "hostile",
    kind: "set",
    element: "cmi.suspend_data",
    value: "x",
  };
  const deep = "[".repeat(200_000) + "]".repeat(200_000);
  const bodies = {
    empty: "",
    notJson: "<html>",
    nothing: "null",
    number: "7",
    list: "[]",
    deep,
    deepRecord: `{"records":[{"seq":800002,"at":0,"activity":"hostile","kind":"set","value":${deep}}]}`,
    large: JSON.stringify({ records: [{ ...record, value: "x".repeat(2_000_000) }] }),
    veryLarge: "x".repeat(20_000_000),
    tooMany: JSON.stringify({
      records: Array.from({ length: 100_000 }, (_, index) => ({ ...record, seq: index + 1 })),
    }),
    prototype: `{"records":[{"__proto__":{"kind":"set"},"seq":800003,"at":0,"activity":"hostile"}]}`,
    prototypeOfBody: `{"__proto__":{"isAdministrator":true},"constructor":{"prototype":{"x":1}},"records":[]}`,
    negative: JSON.stringify({ records: [{ ...record, seq: -1 }] }),
    fraction: JSON.stringify({ records: [{ ...record, seq: 1.5 }] }),
    huge: `{"records":[{"seq":1e308,"at":1e308,"activity":"hostile","kind":"set"}]}`,
    wrongTypes: JSON.stringify({ records: [{ ...record, activity: {}, element: [], value: 7 }] }),
    wrongKind: JSON.stringify({ records: [{ ...record, kind: "certificate" }] }),
    nul: JSON.stringify({ records: [{ ...record, seq: 800_010, element: "cmi.\0nul", value: "a\0b" }] }),
    loneSurrogate: `{"records":[{"seq":800011,"at":0,"activity":"\\ud800","kind":"set","element":"\\udfff","value":"\\ud83d"}]}`,
    prototypeElement: JSON.stringify({
      records: [{ ...record, seq: 800_012, activity: "__proto__", element: "__proto__" }],
    }),
    strangeActivity: JSON.stringify({
      records: [{ ...record, seq: 800_013, activity: "x".repeat(4096), element: "constructor" }],
    }),
    notAStatement: JSON.stringify({
      records: [{ ...record, seq: 800_014, kind: "statement", element: "no-uuid", value: "[]" }],
    }),
    twice: `{"records":[],"records":[{"seq":"x"}]}`,
  };
  const answers = {};
  for (const [name, body] of Object.entries(bodies)) {
    try {
      const response = await fetch(recordsAddress, { method: "POST", body });
      answers[name] = { status: response.status, isJson: isJson(await response.text()) };
    } catch (error) {
      // The server may stop listening to a body that is far too large.
      answers[name] = { status: 0, isJson: true, error: String(error) };
    }
  }
  return answers;
};

function isJson(text) {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
