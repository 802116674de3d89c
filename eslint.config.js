import reactHooks from "eslint-plugin-react-hooks";
import tseslint from "typescript-eslint";

const noEnvironment = {
  selector: "MemberExpression[object.name='process'][property.name='env']",
  message: "Settings are parsed once in platform/env.server.ts: use env().",
};
const noNamelessFunctions = {
  selector: "Program > VariableDeclaration > VariableDeclarator > FunctionExpression",
  message: "Write a function declaration.",
};

export default tseslint.config(
  {
    ignores: [
      "build",
      "data",
      ".cache",
      "node_modules",
      "prisma/generated",
      "test-results",
      "public/exit.js",
      "courses/*/packages",
    ],
  },
  ...tseslint.configs.recommended,
  {
    files: ["**/*.{ts,tsx}"],
    plugins: { "react-hooks": reactHooks },
    rules: {
      "react-hooks/rules-of-hooks": "error",
      "react-hooks/exhaustive-deps": "error",
      "@typescript-eslint/consistent-type-definitions": ["error", "type"],
      "@typescript-eslint/consistent-type-imports": ["error", { fixStyle: "inline-type-imports" }],
      "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_", varsIgnorePattern: "^_" }],
      "no-console": "error",
      "no-restricted-syntax": ["error", noNamelessFunctions],
    },
  },
  {
    files: ["app/**", "workers/**", "web/**"],
    ignores: ["app/platform/env.server.ts"],
    rules: { "no-restricted-syntax": ["error", noEnvironment, noNamelessFunctions] },
  },
  {
    files: ["tests/journeys/**", "tests/security/**", "tests/faults/**"],
    rules: { "react-hooks/rules-of-hooks": "off", "no-empty-pattern": "off" },
  },
  { files: ["scripts/**", "bench/**", "tests/conformance/run.ts"], rules: { "no-console": "off" } },
);
