import { defineConfig } from '@playwright/test';

/** Tests of the built files in the system's Chromium. */
export default defineConfig({
  testDir: './browser',
  // Every form in every language, and browsers that lack something, take some minutes.
  testIgnore: process.env.FULL ? [] : ['**/every-form.spec.ts', '**/fall-backs/**'],
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
      executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
      args: ['--no-sandbox'],
    },
    viewport: { width: 1280, height: 800 },
    locale: 'en-US',
  },
});
