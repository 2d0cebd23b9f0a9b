import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { barriers, buildWith } from './barriers.ts';
import { type Desktop, startDesktop } from './desktop.ts';
import { journeys } from './journeys.ts';
import { openPage } from './reader.ts';
import { startSite } from './site.ts';
import { repeated, transcriptOf } from './transcript.ts';
import { walk } from './walk.ts';

/** Do the journeys hear anything at all? With `FULL=1`: six builds, and a journey in each. */
describe.runIf(process.env.FULL)('a journey with Orca fails', () => {
  let desktop: Desktop;
  beforeAll(async () => {
    desktop = await startDesktop();
  });
  afterAll(() => desktop?.close());

  for (const barrier of barriers)
    test(`for ${barrier.title}`, async () => {
      const journey = journeys.find(({ name }) => name === barrier.journey);
      if (!journey) throw new Error(`There is no journey ${barrier.journey}`);
      const site = await startSite(await buildWith(barrier));
      const reader = await openPage(desktop, 'chromium', site.url(journey.page));
      try {
        const { heard, missed } = await walk(journey, reader, site);
        const transcript = transcriptOf(journey.title, heard, 'chromium');
        const kept = await readFile(
          join(import.meta.dirname, 'transcripts', `${journey.name}.chromium.txt`),
          'utf8',
        );
        const heardOf = missed.length > 0 || repeated(heard).length > 0 || transcript !== kept;
        expect(heardOf, transcript).toBe(true);
        console.log(`${barrier.title}: ${missed[0] ?? repeated(heard)[0] ?? 'another transcript'}`);
      } finally {
        await reader.leave();
        await site.close();
      }
    });
});
