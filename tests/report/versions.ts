import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { headlessChromium } from '../chromium.ts';

export interface Version {
  name: string;
  /** As the program says it; `not installed` when it is not there. */
  version: string;
}

const absent = 'not installed';

/** Asks every program and package now, so that nothing is said from memory. */
export function askVersions(root: string): Version[] {
  const asked = (name: string, command: string, ...args: readonly string[]): Version => ({
    name,
    version: ask(command, args),
  });
  const npm = (name: string): Version => ({ name, version: packageVersion(root, name) });
  return [
    {
      name: 'Health Help',
      version: String(JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).version),
    },
    asked('Chromium', headlessChromium(), '--version'),
    asked('Firefox ESR', process.env.FIREFOX_PATH ?? '/usr/bin/firefox-esr', '--version'),
    // Neither the browser nor its driver tells its own; the system's list of packages does.
    asked('WebKitGTK', 'dpkg-query', '-W', '-f', '$' + '{Version}', 'libwebkit2gtk-4.1-0'),
    asked('Orca (screen reader)', '/usr/bin/orca', '--version'),
    npm('axe-core'),
    npm('@guidepup/virtual-screen-reader'),
    npm('@playwright/test'),
    npm('vitest'),
    { name: 'Node.js', version: process.version.slice(1) },
    { name: 'System', version: system() },
  ];
}

function ask(command: string, args: readonly string[]): string {
  const { status, stdout } = spawnSync(command, args, { encoding: 'utf8', timeout: 20_000 });
  const number = status === 0 ? /\d+(\.\d+)+[\w.~+-]*/.exec(stdout) : null;
  return number ? number[0] : absent;
}

function packageVersion(root: string, name: string): string {
  const file = join(root, 'node_modules', name, 'package.json');
  return existsSync(file) ? String(JSON.parse(readFileSync(file, 'utf8')).version) : absent;
}

function system(): string {
  const file = '/etc/os-release';
  const name = existsSync(file) && /^PRETTY_NAME="?([^"\n]+)/m.exec(readFileSync(file, 'utf8'));
  return name ? (name[1] ?? process.platform) : process.platform;
}
