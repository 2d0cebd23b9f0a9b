import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { headlessShell, wholeChromium } from './chromium.ts';

/** What the tests need beside npm packages, and Debian's name for it. */
const tools = [
  { file: wholeChromium, debian: 'chromium', needed: true },
  ...(process.env.CHROMIUM_PATH
    ? []
    : [{ file: headlessShell, debian: 'chromium-headless-shell', needed: false }]),
  { file: process.env.FIREFOX_PATH ?? '/usr/bin/firefox-esr', debian: 'firefox-esr', needed: true },
  { file: '/usr/bin/WebKitWebDriver', debian: 'webkit2gtk-driver', needed: true },
  // A screen reader, and a desktop for it.
  { file: '/usr/bin/orca', debian: 'orca', needed: true },
  { file: '/usr/libexec/at-spi-bus-launcher', debian: 'at-spi2-core', needed: true },
  { file: '/usr/lib/python3/dist-packages/pyatspi', debian: 'python3-pyatspi', needed: true },
  { file: '/usr/bin/Xvfb', debian: 'xvfb', needed: true },
  { file: '/usr/bin/openbox', debian: 'openbox', needed: true },
  { file: '/usr/bin/xdotool', debian: 'xdotool', needed: true },
  { file: '/usr/bin/dbus-daemon', debian: 'dbus', needed: true },
  { file: '/usr/lib/postgresql', debian: 'postgresql', needed: false },
  { file: '/usr/share/fonts/truetype/noto', debian: 'fonts-noto-core', needed: false },
  { file: '/usr/share/fonts/opentype/noto', debian: 'fonts-noto-cjk', needed: false },
];

/**
 * Installs what is missing with Debian's package manager when it may, and otherwise says what to install.
 * @throws when something the tests cannot do without is still missing
 */
export function installTools(): void {
  const missing = tools.filter(({ file }) => !existsSync(file));
  if (missing.length === 0) return;
  const names = missing.map(({ debian }) => debian);
  const canInstall = process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');
  if (canInstall) {
    console.log(`Installing ${names.join(', ')} …`);
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    const run = (...words: string[]): number | null =>
      spawnSync('apt-get', words, { stdio: ['ignore', 'ignore', 'inherit'], env }).status;
    run('update', '-q');
    run('install', '-y', '-q', '--no-install-recommends', ...names);
  }
  const absent = missing.filter(({ file }) => !existsSync(file));
  const needed = absent.filter((tool) => tool.needed);
  const say = (list: typeof tools): string =>
    `sudo apt-get install ${list.map(({ debian }) => debian).join(' ')}`;
  if (needed.length) {
    throw new Error(
      `The tests need ${needed.map(({ debian }) => debian).join(' and ')}. Install them:\n  ${say(needed)}`,
    );
  }
  if (absent.length) console.log(`Some tests are left out. To run them too: ${say(absent)}`);
}
