import type { ChildProcess } from 'node:child_process';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { wholeChromium } from '../chromium.ts';
import type { Desktop, Said } from './desktop.ts';

export type BrowserName = 'chromium' | 'firefox';

const firefox = process.env.FIREFOX_PATH ?? '/usr/bin/firefox-esr';

/** Without a bar or a page of its own that would be read, or take a stop of the Tab key. */
const chromiumFlags = [
  '--no-sandbox',
  '--test-type',
  '--force-renderer-accessibility',
  '--disable-gpu',
  '--disable-dev-shm-usage',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-quic',
  '--lang=en-US',
];
const firefoxPreferences = {
  'accessibility.force_disabled': -1,
  'app.update.enabled': false,
  'browser.aboutwelcome.enabled': false,
  'browser.newtab.preload': false,
  'browser.sessionstore.resume_from_crash': false,
  'browser.shell.checkDefaultBrowser': false,
  'datareporting.policy.dataSubmissionEnabled': false,
  'intl.accept_languages': 'en-US, en',
  'network.captive-portal-service.enabled': false,
  'network.connectivity-service.enabled': false,
  'toolkit.telemetry.reportingpolicy.firstRun': false,
};

/** A person with a screen reader, at a page. */
export interface Reader {
  /** What was read when the page came. */
  first: readonly Said[];
  /** Presses one key and listens until all is said. */
  press(key: string): Promise<readonly Said[]>;
  type(text: string): Promise<readonly Said[]>;
  /** Waits for what may still be said. */
  wait(): Promise<readonly Said[]>;
  leave(): Promise<void>;
}

let profiles = 0;

/** Opens a page in a browser and listens until it is read. */
export async function openPage(desktop: Desktop, browser: BrowserName, url: string): Promise<Reader> {
  profiles += 1;
  const profile = join(desktop.folder, `profile-${profiles}`);
  await mkdir(profile);
  let child: ChildProcess;
  if (browser === 'chromium') {
    child = desktop.start(wholeChromium, [...chromiumFlags, `--user-data-dir=${profile}`, `--app=${url}`]);
  } else {
    const lines = Object.entries(firefoxPreferences).map(
      ([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});`,
    );
    await writeFile(join(profile, 'user.js'), lines.join('\n'));
    child = desktop.start(firefox, ['--no-remote', '--profile', profile, '--kiosk', url]);
  }
  const first: Said[] = [];
  const end = Date.now() + 60_000;
  while (!first.some(({ text }) => text.startsWith('Finished loading Your visit'))) {
    if (Date.now() > end) throw new Error(`${browser} did not show the page: ${JSON.stringify(first)}`);
    await wait(250);
    first.push(...(await desktop.listen()));
  }
  return {
    first,
    async press(key) {
      await desktop.press(key);
      return desktop.listen();
    },
    async type(text) {
      await desktop.type(text);
      // What was found is said when the typing has stopped for a moment.
      return desktop.listen(1_500);
    },
    wait: () => desktop.listen(1_500),
    async leave() {
      await desktop.end(child);
      await rm(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
    },
  };
}
