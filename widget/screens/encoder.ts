import type { App } from '../parts/app-context.ts';
import { loadChunk } from '../parts/load-chunk.ts';
import { createEncoder } from '../submit/encoder.ts';

/** How this hospital wants what is sent: `endpoint-format` and `endpoint-key`. Both steps are downloaded when needed. */
export function encoderOf({ host, options, hospital, report }: App): ReturnType<typeof createEncoder> {
  return createEncoder({
    format: options.endpointFormat,
    keyUrl: options.endpointKey,
    async loadFhir() {
      const { encodeFhir } = await loadChunk(host, 'encode-fhir', () => import('../fhir/encode-fhir.ts'));
      return (submission) => encodeFhir(submission, hospital);
    },
    async loadSeal() {
      const { seal } = await loadChunk(host, 'seal', () => import('../submit/seal.ts'));
      return (plain, keyUrl) => seal(plain, keyUrl, (sentence) => report('endpoint-key-unusable', sentence));
    },
  });
}
