import { prepare } from "#scripts/prepare.ts";

await prepare();
process.exit(0);
