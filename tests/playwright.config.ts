import { defineConfig } from '@playwright/test';
import { headlessChromium } from './chromium.ts';

/** Tests of the built files in the system's Chromium. */
export default defineConfig({
  testDir: './browser',
  outputDir: '../node_modules/.cache/playwright',
  fullyParallel: true,
  // A busy machine is slow, not wrong.
  expect: { timeout: 20_000 },
  workers: 2,
  timeout: 120_000,
  reporter: [['list']],
  use: {
    browserName: 'chromium',
    launchOptions: {
      executablePath: headlessChromium(),
      args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
    },
    viewport: { width: 1280, height: 800 },
    locale: 'en-US',
  },
});
