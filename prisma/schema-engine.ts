import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

import { PrismaPg } from "@prisma/adapter-pg";
import { bindMigrationAwareSqlAdapterFactory } from "@prisma/driver-adapter-utils";
import * as bindings from "@prisma/schema-engine-wasm/schema_engine_bg";

type SchemaEngine = Awaited<ReturnType<typeof bindings.SchemaEngine.new>>;

let isLoaded = false;

/** The adapter would cut scripts at every semicolon, also inside a function's body; PostgreSQL takes them whole. */
class ScriptedPg extends PrismaPg {
  override async connect() {
    const adapter = await super.connect();
    adapter.executeScript = async (script) => void (await adapter.underlyingDriver().query(script));
    return adapter;
  }
}

/**
 * Prisma's schema engine as WebAssembly. The native engine is a download that closed networks do not allow,
 * so this is the one way on every machine. `datamodels` are pairs of file name and text.
 */
export async function openSchemaEngine(
  databaseUrl: string,
  datamodels: [string, string][],
): Promise<SchemaEngine> {
  loadBindings();
  const adapter = bindMigrationAwareSqlAdapterFactory(new ScriptedPg({ connectionString: databaseUrl }));
  return bindings.SchemaEngine.new({ datamodels }, () => {}, adapter);
}

function loadBindings() {
  if (isLoaded) return;
  const wasmPath = createRequire(import.meta.url)
    .resolve("@prisma/schema-engine-wasm/schema_engine_bg")
    .replace(/\.js$/, ".wasm");
  const module = new WebAssembly.Module(readFileSync(wasmPath));
  const instance = new WebAssembly.Instance(module, {
    "./schema_engine_bg.js": bindings as unknown as WebAssembly.ModuleImports,
  });
  const wasm = bindings as unknown as { __wbg_set_wasm(exports: WebAssembly.Exports): void };
  wasm.__wbg_set_wasm(instance.exports);
  (instance.exports.__wbindgen_start as () => void)();
  isLoaded = true;
}
