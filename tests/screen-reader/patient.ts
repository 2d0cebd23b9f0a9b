import { existsSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Desktop, startDesktop } from './desktop.ts';
import { journeys } from './journeys.ts';
import { type BrowserName, openPage } from './reader.ts';
import { type Site, startSite } from './site.ts';
import { repeated, transcriptOf } from './transcript.ts';
import { walk } from './walk.ts';

const needed = ['/usr/bin/orca', '/usr/bin/Xvfb', '/usr/bin/xdotool', '/usr/bin/openbox'];

/**
 * Every journey of a patient with Orca in one browser, each compared with its transcript. `npx vitest run --project
 * screen-reader -u` writes them anew: a change there is read as somebody who listens.
 */
export function everyJourney(browser: BrowserName): void {
  const taken = journeys.filter(({ isLong }) => !isLong || browser === 'chromium' || process.env.FULL);
  describe(`a patient with Orca, in ${browser}`, () => {
    let desktop: Desktop;
    let site: Site;
    beforeAll(async () => {
      const missing = needed.filter((file) => !existsSync(file));
      if (missing.length)
        throw new Error(`There is no ${missing.join(', ')}: npm test says what to install.`);
      site = await startSite();
      desktop = await startDesktop();
    });
    afterAll(async () => {
      await desktop?.close();
      await site?.close();
    });

    // A screen reader under load is not always in step: one more chance for the whole journey, and nothing loosened.
    for (const journey of taken)
      test(journey.title, { retry: 1 }, async () => {
        const reader = await openPage(desktop, browser, site.url(journey.page));
        try {
          const { heard, missed } = await walk(journey, reader, site);
          const transcript = transcriptOf(journey.title, heard, browser);
          expect(missed, transcript).toEqual([]);
          expect(repeated(heard)).toEqual([]);
          await expect(transcript).toMatchFileSnapshot(`./transcripts/${journey.name}.${browser}.txt`);
        } finally {
          await reader.leave();
        }
      });
  });
}
