import { fileURLToPath } from 'node:url';

let built: Promise<string> | undefined;

/** The script of the stage page, built in memory when it is first asked for. */
export function buildStage(): Promise<string> {
  built ??= build().catch((error: unknown) => {
    built = undefined;
    throw error;
  });
  return built;
}

async function build(): Promise<string> {
  // Not at the top: the hospital pages start without waiting for a bundler.
  const { build } = await import('vite');
  const result = await build({
    configFile: false,
    logLevel: 'warn',
    build: {
      write: false,
      target: 'es2022',
      lib: { entry: fileURLToPath(new URL('./stage.ts', import.meta.url)), formats: ['es'] },
    },
  });
  const [bundle] = Array.isArray(result) ? result : [result];
  const first = bundle && 'output' in bundle ? bundle.output[0] : undefined;
  if (!first) throw new Error('The stage script was not built');
  return first.code;
}
