/** Little, so that the reader's own letters, sizes and colours stay hers. */
export const epubStyle = `h1, h2, h3, h4, h5 { line-height: 1.25; page-break-after: avoid; }
section section { margin-top: 1.5em; }
img { max-width: 100%; height: auto; }
figure { margin: 1em 0; page-break-inside: avoid; }
aside, .card { border: 1px solid; border-left-width: 4px; padding: 0.5em 1em; margin: 1em 0; }
aside.scenario { border-left-style: double; }
.strong, .font-semibold { font-weight: bold; }
table { border-collapse: collapse; }
th, td { border-bottom: 1px solid; padding: 0.3em 0.6em 0.3em 0; text-align: left; vertical-align: top; }
li { margin-top: 0.3em; }
`;
