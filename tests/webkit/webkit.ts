import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Builder, Capabilities, Key as Keys, type WebDriver } from 'selenium-webdriver';
import type { Engine, Size, Tab } from '../firefox/engine.ts';
import { displayServer, startScreen } from './screen.ts';

const driverPath = process.env.WEBKIT_DRIVER_PATH ?? '/usr/bin/WebKitWebDriver';
const libraries = '/usr/lib';

/** The small browser that comes with WebKitGTK: `/usr/lib/<kind of machine>/webkit2gtk-4.1/MiniBrowser`. */
const browserPath = (existsSync(libraries) ? readdirSync(libraries) : [])
  .flatMap((folder) =>
    ['4.1', '4.0'].map((api) => join(libraries, folder, `webkit2gtk-${api}`, 'MiniBrowser')),
  )
  .find((path) => existsSync(path));

/** What is missing, as Debian's packages. */
const missing = [
  ...(browserPath && existsSync(driverPath) ? [] : ['webkit2gtk-driver']),
  ...(existsSync(displayServer) ? [] : ['xvfb']),
];

/**
 * WebKitGTK on a screen nobody sees, driven by WebDriver. One window, since the driver knows one: it is used again for
 * every page.
 * @throws when something is missing
 */
export async function startWebKit(): Promise<Engine> {
  if (missing.length)
    throw new Error(`WebKit cannot be tested here. Install Debian's ${missing.join(' and ')}.`);
  const [screen, home, port] = await Promise.all([startScreen(1600, 1200), makeHome(), freePort()]);
  // In a group of its own, with the browser it starts: all end together, whatever happened.
  const driver = spawn(driverPath, [`--port=${port}`], {
    detached: true,
    stdio: 'ignore',
    env: {
      PATH: process.env.PATH,
      LANG: 'C.UTF-8',
      DISPLAY: screen.display,
      HOME: home,
      XDG_RUNTIME_DIR: home,
    },
  });
  const close = async (): Promise<void> => {
    if (driver.pid && driver.exitCode === null) process.kill(-driver.pid);
    screen.close();
    await rm(home, { recursive: true, force: true, maxRetries: 5 });
  };
  try {
    const browser = await startBrowser(`http://127.0.0.1:${port}`, driver);
    return {
      async open(size) {
        await resize(browser, size);
        return tabOf(browser);
      },
      async close() {
        await browser.quit().catch(() => undefined);
        await close();
      },
    };
  } catch (error) {
    await close();
    throw error;
  }
}

async function startBrowser(url: string, driver: ChildProcess): Promise<WebDriver> {
  await listens(url, driver);
  return new Builder()
    .usingServer(url)
    .withCapabilities(
      new Capabilities({
        browserName: 'MiniBrowser',
        'webkitgtk:browserOptions': { binary: browserPath, args: ['--automation'] },
      }),
    )
    .build();
}

/** A home of its own, in which the reader asked for less motion. */
async function makeHome(): Promise<string> {
  const home = await mkdtemp(join(tmpdir(), 'health-help-webkit-'));
  await mkdir(join(home, '.config/gtk-3.0'), { recursive: true });
  await writeFile(join(home, '.config/gtk-3.0/settings.ini'), '[Settings]\ngtk-enable-animations=0\n');
  return home;
}

/** The driver takes no 0 for "any". */
function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
}

async function listens(url: string, driver: ChildProcess): Promise<void> {
  for (let waited = 0; waited < 20_000; waited += 50) {
    const ready = await fetch(`${url}/status`).then(
      ({ ok }) => ok,
      () => false,
    );
    if (ready) return;
    if (driver.exitCode !== null) break;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`${driverPath} does not listen`);
}

/** `setRect` means the window with its bar. It is never narrower than its bar, about 450 px. */
async function resize(browser: WebDriver, { width, height }: Size): Promise<void> {
  const window = browser.manage().window();
  await window.setRect({ x: 0, y: 0, width, height });
  const [w = width, h = height] = await browser.executeScript<number[]>(() => [innerWidth, innerHeight]);
  await window.setRect({ width: 2 * width - w, height: 2 * height - h });
}

const keys = {
  Tab: Keys.TAB,
  Enter: Keys.ENTER,
  Escape: Keys.ESCAPE,
  Space: ' ',
  ArrowDown: Keys.ARROW_DOWN,
} as const;

function tabOf(browser: WebDriver): Tab {
  return {
    goTo: (url) => browser.get(url),
    url: () => browser.getCurrentUrl(),
    run: (inPage, ...given) => browser.executeScript(inPage, ...given),
    pointAndPress: ({ x, y }) => browser.actions().move({ x, y }).click().perform(),
    type: (text) => browser.actions().sendKeys(text).perform(),
    async key(key) {
      const actions = browser.actions();
      if (key === 'Shift+Tab') actions.keyDown(Keys.SHIFT).sendKeys(Keys.TAB).keyUp(Keys.SHIFT);
      else actions.sendKeys(keys[key]);
      await actions.perform();
    },
    close: () => browser.get('about:blank'),
  };
}
