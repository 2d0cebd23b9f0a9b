import { defineConfig } from '@playwright/test';
import { headlessChromium } from '../chromium.ts';

/** Every state of `tests/examples.ts`, checked in the system's Chromium. */
export default defineConfig({
  testDir: '.',
  outputDir: '../../node_modules/.cache/playwright-accessibility',
  // What is said does not depend on the system: one file for all.
  snapshotPathTemplate: '{testDir}/snapshots/{arg}{ext}',
  globalSetup: './serve-gallery.ts',
  fullyParallel: true,
  // A busy machine is slow, not wrong.
  expect: { timeout: 20_000 },
  workers: 2,
  timeout: process.env.FULL ? 600_000 : 180_000,
  reporter: [['list']],
  use: {
    browserName: 'chromium',
    launchOptions: {
      executablePath: headlessChromium(),
      args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
    },
    locale: 'en-US',
  },
});
