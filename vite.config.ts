import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';
import { headlessChromium } from './tests/chromium.ts';

/** What every build and test of the widget shares. The two builds themselves are in `widget/build/`. */
export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: 'node',
          include: ['tests/{unit,locales,receiver,firefox,webkit}/**/*.test.ts', 'tests/*.test.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'screen-reader',
          include: ['tests/screen-reader/**/*.test.ts'],
          // A desktop for each browser, at the same time: a reader that waits for quiet leaves the machine idle.
          maxWorkers: 2,
          testTimeout: 300_000,
          hookTimeout: 120_000,
        },
      },
      {
        // Elements and parts need a real browser: jsdom has no popover, happy-dom does not retarget events.
        extends: true,
        optimizeDeps: {
          include: ['preact', 'preact/hooks', 'preact/jsx-runtime', '@testing-library/preact', 'i18next'],
        },
        test: {
          name: 'chromium',
          include: ['tests/parts/**/*.test.tsx'],
          testTimeout: 30_000,
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            provider: playwright({
              launchOptions: {
                executablePath: headlessChromium(),
                args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
              },
            }),
            instances: [{ browser: 'chromium' }],
          },
        },
      },
    ],
  },
});
