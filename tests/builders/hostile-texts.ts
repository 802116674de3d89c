/** What an author, an imported file or a translator's tool may bring into a text. */
export const hostileTexts = [
  "<script>alert(1)</script>",
  "<img src=x onerror=alert(1)>",
  '<svg onload="alert(1)"><script>alert(1)</script><a xlink:href="javascript:alert(1)">x</a></svg>',
  '<iframe src="https://evil.example" srcdoc="<script>alert(1)</script>"></iframe>',
  "<style>* { display: none }</style>",
  '<p style="position:fixed;inset:0" onclick="alert(1)">x</p>',
  '<math><maction actiontype="statusline" xlink:href="javascript:alert(1)">x</maction></math>',
  '<img srcset="https://evil.example/x.png 1x" src="https://evil.example/y.png">',
  '<object data="data:text/html,x"></object><embed src="javascript:alert(1)">',
  '<form action="https://evil.example"><button formaction="javascript:alert(1)">x</button></form>',
  '<base href="https://evil.example/"><meta http-equiv="refresh" content="0;url=https://evil.example">',
  '<link rel="stylesheet" href="https://evil.example/x.css">',
  "[x](javascript:alert(1))",
  "[x](JaVaScRiPt:alert(1))",
  "[x](&#106;avascript:alert(1))",
  "[x](\u0001javascript:alert(1))",
  "[x](data:text/html;base64,PHNjcmlwdD4=)",
  "[x](vbscript:alert(1))",
  "![x](data:image/svg+xml,<svg/onload=alert(1)>)",
  "![x](javascript:alert(1))",
  "<javascript:alert(1)>",
  "[x]: javascript:alert(1)\n\n[x]",
  ':::note{onclick="alert(1)" style="color:red" class="evil" srcdoc="x"}\nWords.\n:::',
  ':::steps{onmouseover="alert(1)"}\n1. One\n2. Two\n:::',
  '::figure[<script>alert(1)</script>]{src="javascript:alert(1)" alt="x" onload="alert(1)"}',
  '::video[x]{src="data:video/mp4;base64,AAAA" onplay="alert(1)"}',
  ":tool[x]{onclick='alert(1)' href='javascript:alert(1)'}",
  "`code` <b onmouseover=alert(1)>x</b>",
  "**bold** plain words that stay",
] as const;

/** Tags, attributes and addresses that run or fetch something, in HTML as a browser reads it. */
export function dangersIn(html: string): string[] {
  const tags = html.match(/<[a-z][^>]*>/gi) ?? [];
  return tags.filter(
    (tag) =>
      /^<(script|style|iframe|object|embed|form|button|input|base|meta|link|svg|math|template)\b/i.test(
        tag,
      ) ||
      /\s(on\w+|style|srcset|srcdoc|formaction|xlink:href)\s*=/i.test(tag) ||
      [...tag.matchAll(/\s(?:href|src|action|poster)="([^"]*)"/gi)].some(
        ([, address = ""]) => !/^(https?:|mailto:|tel:|\/(?!\/)|#|$)/i.test(address),
      ),
  );
}

/** Every piece of HTML in the pages of a lesson; all other texts are shown as text. */
export function htmlIn(value: unknown, key = ""): string[] {
  if (typeof value === "string") return key === "html" ? [value] : [];
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([name, one]) => htmlIn(one, name));
}
